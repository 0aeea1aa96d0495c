from functools import wraps

from flask import Blueprint, abort, jsonify
from flask_jwt_extended import JWTManager, create_access_token, current_user, get_jwt, get_jwt_identity, jwt_required, verify_jwt_in_request
from flask_jwt_extended.exceptions import NoAuthorizationError

from .users import find

jwt = JWTManager()
bp = Blueprint("tokens", __name__)
guarded = Blueprint("guarded", __name__)


@jwt.user_lookup_loader
def look_up(header, data):
    return find(data["sub"])


@jwt.invalid_token_loader
def invalid(reason):
    return jsonify(error=reason), 401


def admin_required():
    def wrapper(view):
        @wraps(view)
        def decorated(*args, **kwargs):
            verify_jwt_in_request()
            if not get_jwt().get("admin"):
                return jsonify(error="admins only"), 403
            return view(*args, **kwargs)

        return decorated

    return wrapper


def claims_only(view):
    """Asks for claims of whatever token there is; without one there are none."""

    @wraps(view)
    def decorated(*args, **kwargs):
        verify_jwt_in_request(optional=True)
        if get_jwt().get("blocked"):
            abort(403)
        return view(*args, **kwargs)

    return decorated


@bp.post("/")
def create():
    return {"token": create_access_token("root")}


@bp.get("/required")
@jwt_required()
def required():
    return {"id": get_jwt_identity()}


@jwt_required()
@bp.get("/above")
def above():
    return "anybody"


@bp.get("/optional")
@jwt_required(optional=True)
def optional():
    return {"id": get_jwt_identity()}


@bp.get("/optional-checked")
@jwt_required(optional=True)
def optional_checked():
    if get_jwt_identity() is None:
        abort(401)
    return "in"


@bp.get("/optional-user")
@jwt_required(optional=True)
def optional_user():
    if not current_user:
        return {"error": "no"}, 401
    return "in"


@bp.get("/fresh")
@jwt_required(fresh=True)
def fresh():
    return "in"


@bp.get("/cookies")
@jwt_required(locations=["cookies"])
def cookies():
    return "in"


@bp.get("/inline")
def inline():
    verify_jwt_in_request()
    return "in"


@bp.get("/inline-optional")
def inline_optional():
    verify_jwt_in_request(optional=True)
    return "anybody"


@bp.get("/caught")
def caught():
    try:
        verify_jwt_in_request()
    except NoAuthorizationError:
        pass
    return "anybody"


@bp.delete("/admin/<int:item>")
@admin_required()
def admin(item):
    return ""


@bp.get("/claims-only")
@claims_only
def claims():
    return "anybody"


@bp.get("/user")
@jwt_required()
def user():
    if not current_user.is_admin():
        abort(403)
    return "in"


@guarded.before_request
def before():
    verify_jwt_in_request()


@guarded.get("/")
def index():
    return "in"
