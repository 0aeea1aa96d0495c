from flask import Blueprint

from .. import guards
from ..guards import login_required as signed_in

bp = Blueprint("decorated", __name__)
admin_only = guards.role_required("owner", "boss")


@bp.route("/below")
@signed_in
def below():
    return "below"


@signed_in
@bp.route("/above")
def above():
    return "above"


@bp.route("/outer")
@signed_in
@bp.route("/inner", endpoint="inner")
def between():
    """The decorator stands between two routes: it guards the outer one."""
    return "between"


@bp.route("/no-wraps")
@guards.login_required_without_wraps
def no_wraps():
    return "no wraps"


@bp.post("/role")
@guards.role_required("owner")
def role():
    return "role"


@bp.route("/role/<int:item>", methods=["DELETE"])
@admin_only
def role_of_variable(item):
    return str(item)


@bp.get("/optional-arguments")
@guards.optional_arguments
def optional_arguments():
    return "ok"


@bp.get("/optional-arguments/admin")
@guards.optional_arguments(admin=True)
def optional_arguments_admin():
    return "ok"


@bp.get("/key")
@guards.key_required
def key():
    return "key"


@bp.get("/key/inline")
@guards.Gatekeeper(header="X-Key")
def key_inline():
    return "key"


@bp.get("/token")
@guards.token_required
def token(user):
    return user.id


@bp.get("/badge")
@guards.signed_cookie
def badge():
    return "badge"


@bp.get("/basic")
@guards.basic_auth
def basic():
    return "basic"


@bp.get("/configured")
@guards.when_required
def configured():
    return "configured"


@bp.get("/configured-off")
@guards.staff_when_required
def configured_off():
    return "configured"


@bp.get("/loads-only")
@guards.load_current_user
def loads_only():
    return "anybody"


@bp.get("/logs-only")
@guards.authenticated
def logs_only():
    return "anybody"


@bp.get("/swallows")
@guards.swallowing
def swallows():
    return "anybody"


@bp.route("/writes", methods=["GET", "POST", "DELETE"])
@guards.for_writes
def writes():
    return "for some"


@bp.route("/two")
@guards.authenticated
@guards.login_required_without_wraps
def two():
    return "two"
