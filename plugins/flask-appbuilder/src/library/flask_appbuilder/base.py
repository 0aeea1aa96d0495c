from flask import Blueprint
from muster import imported
from muster_flask import application, is_known, lose, setting

from .api.manager import OpenApi, SwaggerView
from .menu import MenuApi
from .security.sqla.manager import SecurityManager
from .views import IndexView, LocaleView, UtilView


class AppBuilder:
    def __init__(
        self,
        app=None,
        session=None,
        menu=None,
        indexview=None,
        base_template="appbuilder/baselayout.html",
        static_folder="static/appbuilder",
        static_url_path="/appbuilder",
        security_manager_class=None,
        update_perms=True,
    ):
        self.baseviews = []
        self.sm = None
        self.session = session
        self.indexview = indexview
        self.security_manager_class = security_manager_class
        self.static_folder = static_folder
        self.static_url_path = static_url_path
        self._muster_app = None
        self._muster_pending = []
        if app is not None:
            self.init_app(app, session)

    def init_app(self, app, session=None):
        self._muster_app = app
        self.session = session
        app.appbuilder = self
        app.extensions["appbuilder"] = self
        named = app.config.get("FAB_SECURITY_MANAGER_CLASS")
        if named:
            self.security_manager_class = imported(named)
        self.sm = (self.security_manager_class or SecurityManager)(self)
        app.register_blueprint(Blueprint("appbuilder", __name__, url_prefix="/static", static_folder=self.static_folder, static_url_path=self.static_url_path))
        app.before_request(self.sm.before_request)
        named = app.config.get("FAB_INDEX_VIEW")
        if named:
            self.indexview = imported(named)
        self._add_admin_views()
        for view, endpoint in self._muster_pending:
            self._register(view, endpoint, None)

    def _add_admin_views(self):
        self.add_view_no_menu(self.indexview or IndexView)
        self.add_view_no_menu(UtilView)
        self.add_view_no_menu(LocaleView)
        self.sm.register_views()
        if setting("FAB_ADD_OPENAPI_VIEWS", True) and setting("FAB_API_SWAGGER_UI", False):
            self.add_api(OpenApi)
            self.add_view_no_menu(SwaggerView)
        if setting("FAB_ADD_MENU_API", True):
            self.add_api(MenuApi)

    @property
    def app(self):
        return self._muster_app

    @property
    def get_app(self):
        return self._muster_app

    @property
    def get_session(self):
        return self.session

    def _check_and_init(self, baseview):
        if isinstance(baseview, type):
            return baseview()
        return baseview

    def _view_exists(self, view):
        for known in self.baseviews:
            if known.__class__.__name__ == view.__class__.__name__:
                return True
        return False

    def _add(self, baseview, endpoint=None, static_folder=None):
        if not is_known(baseview):
            lose("mount", baseview)
            return baseview
        view = self._check_and_init(baseview)
        if not self._view_exists(view):
            view.appbuilder = self
            self.baseviews.append(view)
            for inner in view.get_uninit_inner_views():
                self._add(inner)
            if self._muster_app is None:
                self._muster_pending.append((view, endpoint))
            else:
                self._register(view, endpoint, static_folder)
        return view

    def _register(self, view, endpoint, static_folder):
        self._muster_app.register_blueprint(view.create_blueprint(self, endpoint=endpoint, static_folder=static_folder))

    def add_view(self, baseview, name="", href="", icon="", label="", category="", category_icon="", category_label="", menu_cond=None, **kwargs):
        return self._add(baseview)

    def add_view_no_menu(self, baseview, endpoint=None, static_folder=None):
        return self._add(baseview, endpoint, static_folder)

    def add_api(self, baseview):
        return self._add(baseview)

    def add_link(self, *args, **kwargs):
        return None

    def add_separator(self, *args, **kwargs):
        return None

    def security_cleanup(self):
        return None

    def security_converge(self, dry=False):
        return {}

    def add_permissions(self, update_perms=False):
        return None
