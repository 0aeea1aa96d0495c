from flask import redirect, request
from muster import given

from ..base import BaseView, expose


class BaseModelView(BaseView):
    """The routes of a model: they all exist, and each asks whether the view may do what it is for."""

    can_create = True
    can_edit = True
    can_delete = True
    can_view_details = False
    can_export = False

    def __init__(self, model, name=None, category=None, endpoint=None, url=None, static_folder=None, menu_class_name=None, menu_icon_type=None, menu_icon_value=None, **kwargs):
        self.model = model
        super().__init__(name, category, endpoint, url, static_folder)

    def _get_endpoint(self, endpoint):
        if endpoint:
            return endpoint
        return self.model.__name__.lower()

    def get_one(self, id):
        return self.model.query.get(id)

    def on_model_change(self, form, model, is_created):
        return None

    def on_model_delete(self, model):
        return None

    def create_model(self, form):
        self.on_model_change(form, self.model, True)
        return True

    def update_model(self, form, model):
        self.on_model_change(form, model, False)
        return True

    def delete_model(self, model):
        self.on_model_delete(model)
        return True

    @expose("/")
    def index_view(self):
        return ""

    @expose("/new/", methods=("GET", "POST"))
    def create_view(self):
        if not self.can_create:
            return redirect("/")
        if request.method == "POST":
            self.create_model(given("form"))
        return ""

    @expose("/edit/", methods=("GET", "POST"))
    def edit_view(self):
        if not self.can_edit:
            return redirect("/")
        model = self.get_one(request.args.get("id"))
        if request.method == "POST":
            self.update_model(given("form"), model)
        return ""

    @expose("/details/")
    def details_view(self):
        if not self.can_view_details:
            return redirect("/")
        self.get_one(request.args.get("id"))
        return ""

    @expose("/delete/", methods=("POST",))
    def delete_view(self):
        if not self.can_delete:
            return redirect("/")
        self.delete_model(self.get_one(request.form.get("id")))
        return redirect("/")

    @expose("/action/", methods=("POST",))
    def action_view(self):
        return redirect("/")

    @expose("/export/<export_type>/")
    def export(self, export_type):
        if not self.can_export:
            return redirect("/")
        return ""

    @expose("/ajax/lookup/")
    def ajax_lookup(self):
        return ""

    @expose("/ajax/update/", methods=("POST",))
    def ajax_update(self):
        return ""
