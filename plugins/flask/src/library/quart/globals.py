from flask.globals import current_app, g, request, session
from muster_flask import websocket
