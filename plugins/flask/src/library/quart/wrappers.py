from muster_flask import Request, Response, Websocket
