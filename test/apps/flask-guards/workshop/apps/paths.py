"""Everything is closed but some paths."""

import re

from flask import Flask, abort, g, request

from ..users import by_token

by_path = Flask(__name__, static_folder=None)
OPEN = re.compile(r"^/docs(/|$)")


@by_path.before_request
def remember():
    g.caller = by_token(request.headers.get("X-Token"))


@by_path.before_request
def authenticate():
    if request.method == "OPTIONS" or request.path.startswith("/public/"):
        return None
    if request.path in ["/status", "/version"] or OPEN.match(request.path):
        return None
    if request.url_rule is not None and request.url_rule.rule == "/shared/<token>":
        return None
    if g.caller is None:
        abort(401)


@by_path.get("/public/notes")
def notes():
    return "anybody"


@by_path.get("/publications")
def publications():
    return "in"


@by_path.get("/status")
def status():
    return "anybody"


@by_path.get("/version/details")
def version():
    return "in"


@by_path.get("/docs")
def docs():
    return "anybody"


@by_path.get("/docs/<page>")
def page(page):
    return "anybody"


@by_path.get("/documents")
def documents():
    return "in"


@by_path.get("/shared/<token>")
def shared(token):
    return "anybody"


@by_path.delete("/things/<int:thing>")
def thing(thing):
    return "in"
