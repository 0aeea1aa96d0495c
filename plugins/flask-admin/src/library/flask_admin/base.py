from functools import wraps

from flask import Blueprint, abort
from muster_flask import declared, is_builtin, is_known, lose, marked


def expose(url="/", methods=("GET",)):
    def wrap(f):
        if not hasattr(f, "_urls"):
            f._urls = []
        f._urls.append((url, methods))
        return f

    return wrap


def expose_plugview(url="/"):
    def wrap(v):
        return expose(url, v.methods)(v.as_view(v.__name__))

    return wrap


def _wrap_view(view, name):
    """What stands around each exposed method: whoever may not see the view does not reach it."""
    method = getattr(view, name)

    @wraps(method)
    def inner(*args, **kwargs):
        refused = view._handle_view(name, **kwargs)
        if refused is not None:
            return refused
        return view._run_view(method, *args, **kwargs)

    return inner


class BaseViewClass:
    pass


class BaseView(BaseViewClass):
    def __init__(
        self,
        name=None,
        category=None,
        endpoint=None,
        url=None,
        static_folder=None,
        static_url_path=None,
        menu_class_name=None,
        menu_icon_type=None,
        menu_icon_value=None,
    ):
        self.name = name
        self.category = category
        self.endpoint = self._get_endpoint(endpoint)
        self.url = url
        self.static_folder = static_folder
        self.static_url_path = static_url_path
        self.admin = None
        self.blueprint = None

    def _get_endpoint(self, endpoint):
        if endpoint:
            return endpoint
        return self.__class__.__name__.lower()

    def _get_view_url(self, admin, url):
        if url is None:
            if admin.url != "/":
                return f"{admin.url}/{self.endpoint}"
            return "/" if self is admin.index_view else f"/{self.endpoint}"
        if not url.startswith("/"):
            return f"{admin.url}/{url}"
        return url

    def create_blueprint(self, admin):
        self.admin = admin
        if not self.static_url_path:
            self.static_url_path = admin.static_url_path
        self.url = self._get_view_url(admin, self.url)
        if self.url == "/":
            self.url = None
            if not self.static_url_path:
                self.static_folder = "static"
                self.static_url_path = "/static/admin"
        self.blueprint = Blueprint(self.endpoint, __name__, url_prefix=self.url, subdomain=admin.subdomain, static_folder=self.static_folder, static_url_path=self.static_url_path)
        for name in marked(self, "_urls"):
            handler = _wrap_view(self, name)
            for url, methods in getattr(self, name)._urls:
                self.blueprint.add_url_rule(url, name, handler, methods=methods, muster_place=declared(self, name), muster_own=True, muster_hidden=is_builtin(self))
        return self.blueprint

    def is_accessible(self):
        return True

    def is_visible(self):
        return True

    def _handle_view(self, name, **kwargs):
        if not self.is_accessible():
            return self.inaccessible_callback(name, **kwargs)

    def _run_view(self, fn, *args, **kwargs):
        return fn(*args, **kwargs)

    def inaccessible_callback(self, name, **kwargs):
        return abort(403)

    def render(self, template, **kwargs):
        return ""


class AdminIndexView(BaseView):
    def __init__(self, name=None, category=None, endpoint=None, url=None, template="admin/index.html", menu_class_name=None, menu_icon_type=None, menu_icon_value=None, **kwargs):
        super().__init__(name, category, endpoint or "admin", "/admin" if url is None else url, "static")

    @expose()
    def index(self):
        return ""


class Admin:
    def __init__(
        self,
        app=None,
        name=None,
        url=None,
        subdomain=None,
        index_view=None,
        translations_path=None,
        endpoint=None,
        static_url_path=None,
        base_template=None,
        template_mode=None,
        category_icon_classes=None,
        theme=None,
        host=None,
        csp_nonce_generator=None,
        **kwargs,
    ):
        self.app = app
        self._views = []
        self.index_view = index_view or AdminIndexView(endpoint=endpoint, url=url)
        self.endpoint = endpoint or self.index_view.endpoint
        self.url = url or self.index_view.url
        self.static_url_path = static_url_path
        self.subdomain = subdomain
        self.add_view(self.index_view)
        if app is not None:
            app.extensions["admin"] = [self]

    def add_view(self, view):
        if not is_known(view):
            lose("mount", view)
            return
        self._views.append(view)
        if self.app is not None:
            self.app.register_blueprint(view.create_blueprint(self))

    def add_views(self, *args):
        for view in args:
            self.add_view(view)

    def add_link(self, link):
        return None

    def add_links(self, *args):
        return None

    def add_menu_item(self, *args, **kwargs):
        return None

    def add_category(self, *args, **kwargs):
        return None

    def add_sub_category(self, *args, **kwargs):
        return None

    def init_app(self, app, index_view=None, endpoint=None, url=None):
        self.app = app
        app.extensions["admin"] = [self]
        if index_view is not None:
            self.index_view = index_view
            self.endpoint = endpoint or index_view.endpoint
            self.url = url or index_view.url
            self._views[0] = index_view
        for view in self._views:
            app.register_blueprint(view.create_blueprint(self))

    def menu(self):
        return []
