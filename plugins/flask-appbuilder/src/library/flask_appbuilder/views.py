from flask import redirect, request, send_file, session

from .api import BaseApi
from .baseviews import BaseCRUDView, BaseFormView, BaseModelView, BaseView, expose
from .security.decorators import has_access, has_access_api


class IndexView(BaseView):
    route_base = ""
    default_view = "index"
    index_template = ""

    @expose("/")
    def index(self):
        return ""


class UtilView(BaseView):
    route_base = ""
    default_view = "back"

    @expose("/back")
    def back(self):
        return redirect("/")


class LocaleView(BaseView):
    route_base = "/lang"
    default_view = "index"

    @expose("/<string:locale>")
    def index(self, locale):
        return redirect("/")


class SimpleFormView(BaseFormView):
    @expose("/form", methods=["GET"])
    @has_access
    def this_form_get(self):
        self.form_get(self.form)
        return ""

    @expose("/form", methods=["POST"])
    @has_access
    def this_form_post(self):
        response = self.form_post(self.form)
        if not response:
            return redirect(self.get_redirect())
        return response


class PublicFormView(BaseFormView):
    @expose("/form", methods=["GET"])
    def this_form_get(self):
        self.form_get(self.form)
        return ""

    @expose("/form", methods=["POST"])
    def this_form_post(self):
        response = self.form_post(self.form)
        if not response:
            return redirect(self.get_redirect())
        return response


class ModelView(BaseCRUDView):
    @expose("/list/")
    @has_access
    def list(self):
        self._list()
        return ""

    @expose("/show/<pk>", methods=["GET"])
    @has_access
    def show(self, pk):
        self._show(pk)
        return ""

    @expose("/add", methods=["GET", "POST"])
    @has_access
    def add(self):
        self._add()
        return ""

    @expose("/edit/<pk>", methods=["GET", "POST"])
    @has_access
    def edit(self, pk):
        self._edit(pk)
        return ""

    @expose("/delete/<pk>", methods=["GET", "POST"])
    @has_access
    def delete(self, pk):
        self._delete(pk)
        return redirect(self.get_redirect())

    @expose("/download/<string:filename>")
    @has_access
    def download(self, filename):
        return ""

    def get_action_permission_name(self, name):
        return self.method_permission_name.get(name, name)

    @expose("/action/<string:name>/<pk>", methods=["GET", "POST"])
    def action(self, name, pk):
        return self._act(name)

    @expose("/action_post", methods=["POST"])
    def action_post(self):
        return self._act(request.form["action"])

    def _act(self, name):
        """Whoever may not use the action is sent back to where it came from."""
        if not self.appbuilder.sm.has_access(self.get_action_permission_name(name), self.class_permission_name):
            return redirect(".")
        return ""


class RestCRUDView(BaseCRUDView):
    """Of version 3 and before."""

    @expose("/api", methods=["GET"])
    @has_access_api
    def api(self):
        return {}

    @expose("/api/read", methods=["GET"])
    @has_access_api
    def api_read(self):
        return {}

    @expose("/api/get/<pk>", methods=["GET"])
    @has_access_api
    def api_get(self, pk):
        return {}

    @expose("/api/create", methods=["POST"])
    @has_access_api
    def api_create(self):
        return {}

    @expose("/api/update/<pk>", methods=["PUT"])
    @has_access_api
    def api_update(self, pk):
        return {}

    @expose("/api/delete/<pk>", methods=["DELETE"])
    @has_access_api
    def api_delete(self, pk):
        return {}


class MasterDetailView(BaseCRUDView):
    @expose("/list/")
    @expose("/list/<pk>")
    @has_access
    def list(self, pk=None):
        return ""


class MultipleView(BaseView):
    views = None

    def get_uninit_inner_views(self):
        return self.views or []

    @expose("/list/")
    @has_access
    def list(self):
        return ""


class CompactCRUDMixin(BaseCRUDView):
    @expose("/list/", methods=["GET", "POST"])
    @has_access
    def list(self):
        return ""

    @expose("/add/", methods=["GET", "POST"])
    @has_access
    def add(self):
        return redirect("/")

    @expose("/edit/<pk>", methods=["GET", "POST"])
    @has_access
    def edit(self, pk):
        return redirect("/")

    @expose("/delete/<pk>", methods=["GET", "POST"])
    @has_access
    def delete(self, pk):
        self._delete(pk)
        return redirect("/")
