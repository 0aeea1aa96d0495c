from flask import Blueprint, abort, current_app, g, redirect, request, url_for
from flask.views import MethodView
from flask_login import current_user, fresh_login_required, login_required, login_user, logout_user

from .users import find

bp = Blueprint("login", __name__)
staff = Blueprint("staff", __name__)


@bp.route("/login", methods=["GET", "POST"])
def sign_in():
    if current_user.is_authenticated:
        return "already"
    member = find(request.form.get("name"))
    if member is not None:
        login_user(member, remember=True)
    return "sign in"


@bp.post("/logout")
@login_required
def sign_out():
    logout_user()
    return "bye"


@bp.get("/below")
@login_required
def below():
    return current_user.id


@login_required
@bp.get("/above")
def above():
    return "anybody"


@bp.get("/fresh")
@fresh_login_required
def fresh():
    return "in"


@bp.route("/options", methods=["OPTIONS", "PUT"])
@login_required
def options():
    """Flask-Login lets OPTIONS pass."""
    return "in"


@bp.get("/inline")
def inline():
    if not current_user.is_authenticated:
        abort(401)
    return "in"


@bp.get("/anonymous")
def anonymous():
    if current_user.is_anonymous:
        return redirect(url_for("login.sign_in"))
    return "in"


@bp.get("/handed-over")
def handed_over():
    if not current_user.is_authenticated:
        return current_app.login_manager.unauthorized()
    return "in"


@bp.get("/greets")
def greets():
    return f"hello {current_user.id if current_user.is_authenticated else 'stranger'}"


@bp.get("/role")
def role():
    if not current_user.is_authenticated or not current_user.is_admin():
        abort(403)
    return "in"


@bp.get("/role-only")
@login_required
def role_only():
    if "admin" not in current_user.roles:
        abort(403)
    return "in"


@bp.get("/get-id")
def get_id():
    if current_user.get_id() is None:
        abort(401)
    return "in"


def called_inline(view):
    """Applies the library's decorator by a call."""
    return login_required(view)


@bp.get("/called")
@called_inline
def called():
    return "in"


class Rooms(MethodView):
    decorators = [login_required]

    def get(self):
        return "in"

    def delete(self):
        return "in"


class Bookings(MethodView):
    def get(self):
        return "anybody"

    @login_required
    def post(self):
        return "in"


class OpenRooms(Rooms):
    decorators = []


bp.add_url_rule("/rooms", view_func=Rooms.as_view("rooms"))
bp.add_url_rule("/bookings", view_func=Bookings.as_view("bookings"))
bp.add_url_rule("/open-rooms", view_func=OpenRooms.as_view("open_rooms"))
bp.add_url_rule("/wrapped", view_func=login_required(lambda: "in"), endpoint="wrapped")


@staff.before_request
@login_required
def only_staff():
    """The decorator answers for the function, which itself rejects nobody."""
    g.staff = True


@staff.get("/")
def staff_index():
    return "in"
