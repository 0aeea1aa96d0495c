import flask


def _slash(path):
    return path if path.startswith("/") else "/" + path


class Api:
    def __init__(self, app=None, spec_kwargs=None, config_prefix=""):
        self._app = app
        self.config_prefix = config_prefix
        self.spec = None
        if app is not None:
            self.init_app(app, spec_kwargs=spec_kwargs)

    def init_app(self, app, spec_kwargs=None):
        self._app = app
        self._register_doc_blueprint()

    def _setting(self, name, default=None):
        prefix = self.config_prefix
        if prefix and not prefix.endswith("_"):
            prefix = prefix + "_"
        return self._app.config.get(prefix + name, default)

    def _register_doc_blueprint(self):
        prefix = self._setting("OPENAPI_URL_PREFIX")
        if prefix is None:
            return
        blueprint = flask.Blueprint(f"{self.config_prefix}api-docs".replace("_", "-").lower(), __name__, url_prefix=_slash(prefix))
        blueprint.add_url_rule(_slash(self._setting("OPENAPI_JSON_PATH", "openapi.json")), "openapi_json", self._openapi)
        for kind in ("REDOC", "SWAGGER_UI", "RAPIDOC"):
            path = self._setting(f"OPENAPI_{kind}_PATH")
            if path is not None and self._setting(f"OPENAPI_{kind}_URL") is not None:
                blueprint.add_url_rule(_slash(path), f"openapi_{kind.lower()}", self._openapi)
        self._app.register_blueprint(blueprint)

    def _openapi(self):
        return None

    def register_blueprint(self, blp, parameters=None, **options):
        self._app.register_blueprint(blp, **options)

    def register_converter(self, converter, func):
        return None

    def register_field(self, field, *args):
        return None
