"""On the default application."""

import bottle
from bottle import HTTPError, HTTPResponse, abort, auth_basic, delete, get, post, put, redirect, request, response, route

from .guards import KeyPlugin, anyone, answers, check, current_user, page, signed_in

bottle.install(KeyPlugin())


@route("/")
@route("/index", "GET")
def index():
    return {}


@route(["/flour", "/flour/all"], method=["GET", "POST"])
def flour():
    return {}


@get("/flour/<sort>")
def one(sort):
    return {"sort": sort}


@delete("/flour/<sort>/<number:int>")
@signed_in
def remove(sort, number):
    return {}


@signed_in
@put("/flour/<sort>/<number:int>")
def change(sort, number):
    """The guard above the route never runs."""
    return {}


@bottle.get("/sacks/<name:re:[a-z]+>")
def sack(name, user):
    """The plugin hands over the user, and refuses where there is none."""
    return {"user": user}


@bottle.route("/old/:year/file/:name#[a-z]+#")
def old(year, name):
    return {}


@get("/files/<filepath:path>")
def files(filepath):
    return bottle.static_file(filepath, root="/nowhere")


@post("/basic")
@auth_basic(check)
def basic():
    return {}


@put("/basic")
@auth_basic(anyone)
def basic_anyone():
    """Any name and any password will do."""
    return {}


@get("/page")
@page()
def paged():
    return {}


@get("/answers")
@answers
def answered():
    return {}


@get("/inline")
def inline():
    user = current_user()
    if not user:
        return HTTPResponse(status=401, body="no")
    return {"user": user}


@post("/inline")
def inline_auth():
    user, password = request.auth or (None, None)
    if not check(user, password):
        response.status = "401 Unauthorized"
        return {}
    return {}


@put("/inline")
def inline_cookie():
    if request.get_cookie("account", secret="mill-secret") is None:
        raise HTTPError(403, "no")
    return {}


@delete("/inline")
def inline_ignored():
    """The result of the check is thrown away."""
    current_user()
    return {}


@route("/inline", method="PATCH")
def inline_created():
    """An error that is made, and neither raised nor returned."""
    if current_user() is None:
        HTTPError(401, "no")
    return {}


@post("/login")
def login():
    if request.forms.get("word") == "root":
        response.set_cookie("sid", "root", secret="mill-secret")
        redirect("/")
    return {}


@route()
def sales(year, month=1):
    """Bottle takes the path from name and parameters."""
    return {}


@route("/raises", method="ANY")
def raises():
    if request.headers.get("X-Key") != "mill-key":
        abort(403)
    return {}


@bottle.error(404)
def missing(error):
    return "missing"
