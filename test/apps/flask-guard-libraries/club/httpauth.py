from flask import Blueprint, abort, g
from flask_httpauth import HTTPBasicAuth, HTTPTokenAuth, MultiAuth

from .users import TOKENS, find

bp = Blueprint("httpauth", __name__)
basic = HTTPBasicAuth()
tokens = HTTPTokenAuth(scheme="Bearer")
keys = HTTPTokenAuth(header="X-Key")
several = MultiAuth(basic, tokens)
lenient = HTTPBasicAuth()
stored = HTTPBasicAuth()


@basic.verify_password
def verify_password(username, password):
    if username == "root" and password == "root":
        return find(username)
    return None


@basic.get_user_roles
def roles_of(member):
    return sorted(member.roles)


@basic.error_handler
def basic_error(status):
    return {"error": "no"}, status


@tokens.verify_token
def verify_token(token):
    member = TOKENS.get(token)
    g.member = find(member)
    return g.member is not None


@keys.verify_token
def verify_key(token):
    if token == "machine-key-machine-key-machine-key":
        return "machine"


@lenient.verify_password
def anybody(username, password):
    """Remembers who it is, and lets everybody in."""
    g.member = find(username)
    return True


@stored.get_password
def password_of(username):
    return {"root": "root"}.get(username)


@bp.get("/basic")
@basic.login_required
def basic_view():
    return basic.current_user().id


@bp.get("/basic-called")
@basic.login_required()
def basic_called():
    return "in"


@bp.get("/role")
@basic.login_required(role="admin")
def role():
    return "in"


@bp.get("/roles")
@basic.login_required(role=["admin", ("a", "b")])
def roles():
    return "in"


@bp.get("/optional")
@basic.login_required(optional=True)
def optional():
    return "anybody"


@bp.get("/optional-checked")
@basic.login_required(optional=True)
def optional_checked():
    if basic.current_user() is None:
        abort(403)
    return "in"


@bp.get("/token")
@tokens.login_required
def token():
    return "in"


@bp.get("/key")
@keys.login_required
def key():
    return "in"


@bp.get("/several")
@several.login_required
def several_ways():
    return "in"


@bp.get("/lenient")
@lenient.login_required
def lenient_view():
    return "anybody"


@bp.get("/stored")
@stored.login_required
def stored_view():
    return "in"


@basic.login_required
@bp.get("/above")
def above():
    return "anybody"


@bp.post("/inline")
def inline():
    """Asks the library itself."""
    auth = basic.get_auth()
    if not auth or not basic.authenticate(auth, None):
        abort(401)
    return "in"
