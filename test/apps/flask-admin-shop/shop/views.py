from flask import abort, redirect, request, url_for
from flask.views import MethodView
from flask_admin import AdminIndexView, BaseView, expose, expose_plugview
from flask_admin.contrib.sqla import ModelView
from flask_login import current_user, login_required


class Guarded:
    """In-house: guards the views that name it first."""

    def is_accessible(self):
        return current_user.is_authenticated

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("login", next=request.url))


class OpenIndex(AdminIndexView):
    @expose("/")
    def index(self):
        return "index"

    @expose("/help")
    def help(self):
        return "help"


class ProductView(ModelView):
    """A trap: nothing says who may."""

    can_delete = False
    column_list = ["name"]


class OrderView(Guarded, ModelView):
    can_create = False


class CustomerView(ModelView, Guarded):
    """A trap: the order of the bases; the library's own answer comes first."""


class VisibleView(BaseView):
    """A trap: whether it is in the menu says nothing of who may call it."""

    def is_visible(self):
        return current_user.is_authenticated

    @expose("/")
    def index(self):
        return "visible"


class StaffView(BaseView):
    def is_accessible(self):
        return current_user.is_authenticated and current_user.is_admin

    @expose("/")
    @expose("/again/<int:number>")
    def index(self, number=0):
        return str(number)

    @expose("/post", methods=("POST", "PUT"))
    def post(self):
        return "posted"

    def helper(self):
        return "no route"


class HandledView(BaseView):
    def is_accessible(self):
        return current_user.is_active and current_user.is_authenticated

    def _handle_view(self, name, **kwargs):
        if not self.is_accessible():
            if current_user.is_authenticated:
                abort(403)
            return redirect(url_for("login"))

    @expose("/")
    def index(self):
        return "handled"


class PartlyView(BaseView):
    @expose("/")
    def index(self):
        return "open"

    @expose("/closed")
    @login_required
    def closed(self):
        return "closed"

    @expose_plugview("/plugged")
    class Plugged(MethodView):
        def get(self, cls):
            return "plugged"

        def post(self, cls):
            return "plugged"
