from muster_flask import jsonify, make_response, redirect
from werkzeug.exceptions import abort
