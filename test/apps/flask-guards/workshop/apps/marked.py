"""Everything is closed but views with a mark."""

from flask import Flask, abort, current_app, request

from ..users import by_token

marked = Flask(__name__, static_folder=None)


def public(view):
    view.is_public = True
    return view


def authenticate():
    view = current_app.view_functions.get(request.endpoint)
    if getattr(view, "is_public", False):
        return
    if by_token(request.headers.get("X-Token")) is None:
        abort(401)


marked.before_request_funcs.setdefault(None, []).append(authenticate)


@marked.get("/open")
@public
def open_view():
    return "anybody"


@public
@marked.get("/open-too")
def open_too():
    """The mark is on the same function: the order does not matter."""
    return "anybody"


@marked.get("/closed")
def closed():
    return "in"
