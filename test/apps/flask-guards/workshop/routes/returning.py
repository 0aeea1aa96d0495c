"""All the ways in which a guard says no."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app, g, jsonify, make_response, redirect, url_for
from werkzeug.exceptions import HTTPException

from ..errors import NotAllowed

bp = Blueprint("returning", __name__)


@bp.get("/status-constant")
def status_constant():
    if g.user is None:
        return {"error": "no"}, HTTPStatus.UNAUTHORIZED
    return "in"


@bp.get("/response")
def response():
    if g.user is None:
        return Response("no", status=401, mimetype="text/plain")
    return "in"


@bp.get("/response-class")
def response_class():
    if g.user is None:
        return current_app.response_class("no", 403)
    return "in"


@bp.get("/status-later")
def status_later():
    if g.user is None:
        answer = jsonify({"error": "no"})
        answer.status_code = 401
        return answer
    return "in"


@bp.get("/made-of-tuple")
def made_of_tuple():
    if g.user is None:
        return make_response(jsonify(error="no"), 401, {"X-Why": "nobody"})
    return "in"


@bp.get("/abort-response")
def abort_response():
    if g.user is None:
        abort(make_response("no", 401))
    return "in"


@bp.get("/abort-constant")
def abort_constant():
    if g.user is None:
        abort(HTTPStatus.FORBIDDEN)
    return "in"


@bp.get("/redirect")
def redirects():
    if g.user is None:
        return redirect(url_for("login.sign_in", next="/returning/redirect"), code=303)
    return "in"


@bp.get("/redirect-path")
def redirects_to_path():
    if g.user is None:
        return redirect("/login")
    return "in"


@bp.get("/own")
def own():
    if g.user is None:
        raise NotAllowed("no")
    return "in"


@bp.get("/mapped")
def mapped():
    if g.user is None:
        raise PermissionError("no")
    return "in"


@bp.errorhandler(PermissionError)
def permission_error(error):
    return jsonify(error=str(error)), 403


@bp.get("/two-hundred")
def two_hundred():
    """Says no with 200, and never does what it is there for."""
    if g.user is None:
        return jsonify(error="who are you?")
    return "in"


@bp.get("/after-work")
def after_work():
    g.done = True
    if g.user is None:
        return jsonify(error="no"), 401
    return "in"


@bp.get("/http-exception")
def http_exception():
    if g.user is None:
        error = HTTPException("no")
        error.code = 401
        raise error
    return "in"
