from flask import request
from flask_appbuilder import BaseView, IndexView, ModelView, MultipleView, PublicFormView, SimpleFormView, expose, has_access
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.models.sqla.interface import SQLAInterface
from flask_appbuilder.security.decorators import has_access_api, permission_name
from flask_login import login_required
from wtforms import StringField

from office.models import Contact, Team


class OfficeIndex(IndexView):
    @expose("/hello")
    def hello(self):
        return "hello"


class ContactView(ModelView):
    datamodel = SQLAInterface(Contact)
    list_columns = ["name"]


class ReadOnlyTeams(ModelView):
    route_base = "/teams"
    datamodel = SQLAInterface(Team)
    include_route_methods = {"list", "show"}


class FewTeams(ModelView):
    datamodel = SQLAInterface(Team)
    exclude_route_methods = {"delete", "edit", "download", "action", "action_post"}
    related_views = [ContactView]

    @expose("/export/", methods=["GET"])
    def export(self):
        """No decorator: open, though the other routes of the view are not."""
        return "export"


class Desk(BaseView):
    default_view = "greet"

    @expose("/greet/")
    @has_access
    def greet(self):
        return "hello"

    @has_access
    @expose("/above/")
    def above(self):
        """The order does not matter here: the method as it is in the end is registered."""
        return "above"

    @expose("/api/", methods=["GET", "POST"])
    @has_access_api
    @permission_name("desk_api")
    def api(self):
        return "api"

    @expose("/open/<name>")
    @expose("/also/<name>")
    def open(self, name):
        return name

    @expose("/login-only/")
    @login_required
    def login_only(self):
        return "only"

    @expose("/checked/")
    def checked(self):
        if request.headers.get("X-Desk") != "front":
            return self.nobody()
        return "checked"

    def nobody(self):
        return "nobody", 401

    def helper(self):
        return "no route"


class NarrowDesk(Desk):
    """Inherits the routes; the one it overrides is decorated anew."""

    route_base = "/narrow"

    @expose("/greet/")
    def greet(self):
        return "hello, everybody"


class NoteForm(DynamicForm):
    note = StringField("note")


class NoteView(SimpleFormView):
    form = NoteForm

    def form_post(self, form):
        return None


class FeedbackView(PublicFormView):
    form = NoteForm

    def form_post(self, form):
        return None


class Both(MultipleView):
    views = [ContactView]
