from flask import Blueprint, session
from flask_login import current_user
from flask_principal import ActionNeed, Identity, Permission, PermissionDenied, Principal, RoleNeed, UserNeed, identity_loaded

principals = Principal(use_sessions=False)
bp = Blueprint("principal", __name__)
admins = Permission(RoleNeed("admin"))
either = Permission(RoleNeed("admin"), ActionNeed("edit"))
nobody_in_particular = Permission()


@principals.identity_loader
def load_identity():
    if session.get("_user_id"):
        return Identity(session["_user_id"])


@identity_loaded.connect
def provide(sender, identity):
    if getattr(current_user, "id", None) is not None:
        identity.provides.add(UserNeed(current_user.id))
    for role in getattr(current_user, "roles", ()):
        identity.provides.add(RoleNeed(role))


@bp.get("/required")
@admins.require(403)
def required():
    return "in"


@bp.get("/raised")
@admins.require()
def raised():
    return "in"


@bp.get("/with")
def with_block():
    with admins.require(403):
        return "in"


@bp.get("/tested")
def tested():
    either.test(403)
    return "in"


@bp.get("/can")
def can():
    if not admins.can():
        return "no", 403
    return "in"


@bp.get("/empty")
@nobody_in_particular.require(403)
def empty():
    """A permission without needs lets everybody in."""
    return "anybody"


@admins.require(403)
@bp.get("/above")
def above():
    return "anybody"


def register_errors(app):
    @app.errorhandler(PermissionDenied)
    def denied(error):
        return "no", 403
