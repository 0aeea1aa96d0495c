from flask import Blueprint, Flask
from flask.views import MethodView

from .exceptions import HTTPError
from .scaffold import APIScaffold


class APIFlask(APIScaffold, Flask):
    openapi_version = "3.0.3"
    security_schemes = None

    def __init__(
        self,
        import_name,
        title="APIFlask",
        version="0.1.0",
        spec_path="/openapi.json",
        docs_path="/docs",
        docs_oauth2_redirect_path="/docs/oauth2-redirect",
        docs_oauth2_redirect_path_external=False,
        docs_ui="swagger-ui",
        openapi_blueprint_url_prefix=None,
        json_errors=True,
        enable_openapi=True,
        spec_plugins=None,
        static_url_path=None,
        static_folder="static",
        static_host=None,
        host_matching=False,
        subdomain_matching=False,
        template_folder="templates",
        instance_path=None,
        instance_relative_config=False,
        root_path=None,
        redoc_path=None,
    ):
        super().__init__(
            import_name,
            static_url_path=static_url_path,
            static_folder=static_folder,
            static_host=static_host,
            host_matching=host_matching,
            subdomain_matching=subdomain_matching,
            template_folder=template_folder,
            instance_path=instance_path,
            instance_relative_config=instance_relative_config,
            root_path=root_path,
        )
        self.title = title
        self.version = version
        self.json_errors = json_errors
        self.enable_openapi = enable_openapi
        self.openapi_blueprint_url_prefix = openapi_blueprint_url_prefix
        self.spec_path = spec_path
        self.docs_path = docs_path
        self.docs_ui = docs_ui
        self.docs_oauth2_redirect_path = docs_oauth2_redirect_path
        self.error_callback = self._error_handler
        if enable_openapi:
            self._register_openapi_blueprint()
        self.register_error_handler(HTTPError, self._handle_http_error)

    @staticmethod
    def _error_handler(error):
        return {"detail": error.detail, "message": error.message}, error.status_code

    def _handle_http_error(self, error):
        return self.error_callback(error)

    def error_processor(self, f):
        self.error_callback = f
        return f

    def spec_processor(self, f):
        return f

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        super().add_url_rule(rule, endpoint, view_func, provide_automatic_options=provide_automatic_options, **options)
        added = self.url_map._rules[-1]
        added.muster_hidden = self._hidden(str(added.endpoint), added.muster_view)

    def _hidden(self, endpoint, view):
        """Whether the generated document leaves a rule out: True, or the methods that it leaves out."""
        if not self.enable_openapi:
            return True
        if "." in endpoint:
            blueprint = self.blueprints.get(endpoint.rsplit(".", 1)[0])
            if not getattr(blueprint, "enable_openapi", False):
                return True
        cls = getattr(view, "view_class", None)
        if cls is not None:
            if not issubclass(cls, MethodView):
                return True
            return [method for method in cls.methods or () if getattr(getattr(cls, method.lower(), None), "_muster_hide", False)]
        return getattr(view, "_muster_hide", False)

    def _register_openapi_blueprint(self):
        bp = Blueprint("openapi", __name__, url_prefix=self.openapi_blueprint_url_prefix)
        if self.spec_path:
            bp.add_url_rule(self.spec_path, "spec", _document)
        if self.docs_path:
            bp.add_url_rule(self.docs_path, "docs", _document)
            if self.docs_ui == "swagger-ui" and self.docs_oauth2_redirect_path:
                bp.add_url_rule(self.docs_oauth2_redirect_path, "swagger_ui_oauth_redirect", _document)
        self.register_blueprint(bp)


def _document():
    return ""
