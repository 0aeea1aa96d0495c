from flask import Blueprint, abort, g, jsonify, make_response, request, session
from werkzeug.exceptions import Unauthorized

from ..errors import Locked, NotSignedIn
from ..users import API_KEY, by_token

bp = Blueprint("inline", __name__)


def require_user():
    user = g.get("user")
    if user is None:
        abort(401)
    return user


def who():
    return getattr(g, "user", None)


def must_own(item):
    if who() is None:
        raise Locked()


@bp.get("/abort")
def aborts():
    if not g.user:
        abort(401)
    return "in"


@bp.get("/raise")
def raises():
    if "user_id" not in session:
        raise Unauthorized()
    return "in"


@bp.get("/own-error")
def own_error():
    if not session.get("user_id"):
        raise NotSignedIn("first sign in")
    return "in"


@bp.post("/helper")
def helper():
    user = require_user()
    return user.id


@bp.delete("/helper/<int:item>")
def helper_with_object(item):
    must_own(item)
    return ""


@bp.get("/tuple")
def answers_tuple():
    if session.get("user_id") is None:
        return jsonify(error="no"), 401
    return "in"


@bp.get("/made")
def answers_made():
    if session.get("user_id", None) is None:
        response = make_response("no", 403)
        return response
    return "in"


@bp.get("/header")
def header():
    if request.headers.get("X-Key") != API_KEY:
        abort(403)
    return "in"


@bp.get("/token")
def token():
    user = by_token(request.headers.get("X-Token"))
    if not user:
        return {"error": "no"}, 401
    return "in"


@bp.route("/some", methods=["GET", "POST"])
def some():
    """Only who posts must be somebody."""
    if request.method == "POST":
        require_user()
    return "in"


@bp.get("/greets")
def greets():
    """Uses who calls, and asks nobody."""
    return f"hello {g.user.id if g.user else 'stranger'}"


@bp.get("/choice")
def choice():
    if request.args.get("private") and g.user is None:
        abort(401)
    return "in"


@bp.get("/missing/<int:item>")
def missing(item):
    """404 for an object says nothing about the caller."""
    if item > 1000:
        abort(404)
    return "in"


@bp.get("/try")
def tries():
    try:
        require_user()
    except Unauthorized:
        return "in all the same"
    return "in"


@bp.get("/try-and-refuse")
def tries_and_refuses():
    try:
        user = require_user()
    except Exception:
        return jsonify(error="no"), 401
    return user.id
