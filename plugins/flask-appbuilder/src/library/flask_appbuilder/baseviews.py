from flask import Blueprint
from muster_flask import declared, is_builtin, marked

from .const import PERMISSION_PREFIX
from .hooks import get_before_request_hooks, wrap_route_handler_with_hooks


def expose(url="/", methods=("GET",)):
    """The order of decorators does not matter: what counts is what the method is in the end."""

    def wrap(f):
        if not hasattr(f, "_urls"):
            f._urls = []
        f._urls.append((url, methods))
        return f

    return wrap


def expose_api(name="", url="", methods=("GET",), description=""):
    def wrap(f):
        return f

    return wrap


class AbstractViewApi:
    appbuilder = None
    blueprint = None
    endpoint = None
    route_base = None
    template_folder = None
    static_folder = None
    base_permissions = None
    class_permission_name = None
    method_permission_name = None
    exclude_route_methods = ()
    include_route_methods = None
    default_view = "list"
    extra_args = None
    limits = None

    def __init__(self):
        self.class_permission_name = self.class_permission_name or self.__class__.__name__
        self.method_permission_name = self.method_permission_name or {}
        if self.base_permissions is None:
            self.base_permissions = [PERMISSION_PREFIX + self.get_method_permission(name) for name in marked(self, "_permission_name") if self._is_routed(name)]

    def _is_routed(self, name):
        if self.include_route_methods is not None and name not in self.include_route_methods:
            return False
        return name not in self.exclude_route_methods

    def get_method_permission(self, method_name):
        return self.method_permission_name.get(method_name) or getattr(self, method_name)._permission_name

    def create_blueprint(self, appbuilder, endpoint=None, static_folder=None):
        self.appbuilder = appbuilder
        self.endpoint = endpoint or self.__class__.__name__
        if self.route_base is None:
            self.route_base = self._default_route_base()
        self.blueprint = Blueprint(self.endpoint, __name__, url_prefix=self.route_base, static_folder=static_folder)
        self._register_urls()
        return self.blueprint

    def _register_urls(self):
        hooks = get_before_request_hooks(self)
        for name in marked(self, "_urls"):
            if not self._is_routed(name):
                continue
            attribute = getattr(self, name)
            for url, methods in attribute._urls:
                handler = wrap_route_handler_with_hooks(name, attribute, hooks)
                self.blueprint.add_url_rule(url, name, handler, methods=methods, muster_place=declared(self, name), muster_own=True, muster_hidden=is_builtin(self))

    def get_uninit_inner_views(self):
        return []

    def get_init_inner_views(self):
        return []


class BaseView(AbstractViewApi):
    def _default_route_base(self):
        return "/" + self.__class__.__name__.lower()

    def render_template(self, template, **kwargs):
        return ""

    def get_redirect(self):
        return "/"

    def update_redirect(self):
        return None


class BaseFormView(BaseView):
    form = None
    default_view = "this_form_get"

    def form_get(self, form):
        return None

    def form_post(self, form):
        return None


class BaseModelView(BaseView):
    datamodel = None


class BaseCRUDView(BaseModelView):
    related_views = None
    add_form = None
    edit_form = None

    def get_uninit_inner_views(self):
        return self.related_views or []

    def pre_add(self, item):
        return None

    def post_add(self, item):
        return None

    def pre_update(self, item):
        return None

    def post_update(self, item):
        return None

    def pre_delete(self, item):
        return None

    def post_delete(self, item):
        return None

    def _list(self):
        return {}

    def _show(self, pk):
        return {}

    def _add(self):
        return {}

    def _edit(self, pk):
        return {}

    def _delete(self, pk):
        item = self.datamodel.get(pk)
        self.pre_delete(item)
        self.datamodel.delete(item)
        self.post_delete(item)
