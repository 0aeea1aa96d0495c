"""Guards around the application."""

from flask import Flask
from werkzeug.wrappers import Request, Response

from ..users import API_KEY


class KeyMiddleware:
    def __init__(self, app, open_paths=()):
        self.app = app
        self.open_paths = open_paths

    def __call__(self, environ, start_response):
        request = Request(environ)
        if request.path in self.open_paths or request.headers.get("X-Key") == API_KEY:
            return self.app(environ, start_response)
        response = Response("no", status=401)
        return response(environ, start_response)


class Timing:
    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        environ["workshop.started"] = 0
        return self.app(environ, start_response)


behind = Flask(__name__, static_folder=None)
behind.wsgi_app = Timing(KeyMiddleware(behind.wsgi_app, open_paths=("/open",)))


@behind.get("/open")
def open_view():
    return "anybody"


@behind.route("/closed", methods=["POST"])
def closed():
    return "in"
