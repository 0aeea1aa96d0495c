"""How Flask-Login answers is the application's choice; who calls is found in a header."""

from flask import Flask, jsonify
from flask_login import LoginManager, login_required

from .users import TOKENS, find

unauthorised = Flask(__name__, static_folder=None)
unauthorised.secret_key = "sessions-of-a-test-application-only"
manager = LoginManager()
manager.init_app(unauthorised)


@manager.request_loader
def from_request(request):
    return find(TOKENS.get(request.headers.get("X-Token")))


@manager.unauthorized_handler
def unauthorized():
    return jsonify(error="no"), 401


@unauthorised.get("/private")
@login_required
def private():
    return "in"


@unauthorised.before_request
def everything_but():
    """Nothing happens here."""


@unauthorised.get("/open")
def open_view():
    return "anybody"
