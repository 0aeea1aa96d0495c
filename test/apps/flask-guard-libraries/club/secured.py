"""Flask-Security, without its own pages."""

from flask import Flask
from flask_security import Security, auth_required, permissions_required, roles_accepted, roles_required

from .security_store import MemberStore, Role, User

secured = Flask(__name__, static_folder=None)
secured.config.update(
    SECRET_KEY="sessions-of-a-test-application-only",
    SECURITY_PASSWORD_SALT="salt",
    SECURITY_PASSWORD_HASH="plaintext",
    SECURITY_PASSWORD_SCHEMES=["plaintext"],
    SECURITY_DEPRECATED_PASSWORD_SCHEMES=[],
    SECURITY_PASSWORD_SINGLE_HASH=["plaintext"],
    SECURITY_HASHING_SCHEMES=["hex_md5"],
    SECURITY_DEPRECATED_HASHING_SCHEMES=[],
    WTF_CSRF_ENABLED=False,
)
Security(secured, MemberStore(User, Role), register_blueprint=False)


@secured.get("/auth")
@auth_required()
def auth():
    return "in"


@secured.get("/auth-token")
@auth_required("token", "session")
def auth_token():
    return "in"


@secured.get("/roles")
@auth_required()
@roles_required("admin")
def roles():
    return "in"


@secured.get("/roles-alone")
@roles_accepted("admin", "other")
def roles_alone():
    return "in"


@secured.get("/permissions")
@permissions_required("write")
def permissions():
    return "in"


@auth_required()
@secured.get("/above")
def above():
    return "anybody"


@secured.get("/open")
def open_view():
    return "anybody"
