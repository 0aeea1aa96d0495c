"""Checks of specifications before an application of another framework, which serves the routes."""

from muster import refuse, unknown
from muster_connexion import behind_adapters, lose, read

from ..documents import document, paths_of
from ..security import requirements_of, verify


class ConnexionMiddleware:
    def __init__(self, app, import_name=None, *, specification_dir="", security_map=None, arguments=None, swagger_ui_options=None, **kwargs):
        # Flask speaks WSGI, and stands behind an adapter.
        self.app = behind_adapters(app)
        self.swagger_ui_options = swagger_ui_options
        self.import_name = import_name or "__main__"
        self.specification_dir = specification_dir
        self.security_map = security_map
        self.arguments = arguments or {}

    def add_api(self, specification, base_path=None, arguments=None, security_map=None, swagger_ui_options=None, **kwargs):
        api = read(self.import_name, self.specification_dir, specification, {**self.arguments, **(arguments or {})})
        if api is None:
            return None
        base_path = (api.base_path if base_path is None else base_path).rstrip("/")
        self._serve_documents(base_path, paths_of(api, None, swagger_ui_options or self.swagger_ui_options))
        guarded = []
        for operation in api.operations:
            requirements = requirements_of(operation, api.schemes, security_map or self.security_map)
            if requirements:
                guarded.append((operation.method.upper(), base_path + operation.path, base_path + operation.rule, requirements))
        if guarded:
            self._attach(guarded)
        return api

    def _serve_documents(self, base_path, paths):
        for path in paths:
            if hasattr(self.app, "add_url_rule"):
                self.app.add_url_rule(base_path + path, (base_path + path).replace("/", "_").replace(".", "_"), document)
            elif hasattr(self.app, "add_route"):
                self.app.add_route(base_path + path, document, include_in_schema=False)

    def _attach(self, guarded):
        if hasattr(self.app, "before_request"):
            from muster_flask import request

            def check():
                _check(guarded, request.method, request.path, request.url_rule.rule, request)

            self.app.before_request(check)
        elif hasattr(self.app, "add_middleware"):
            from starlette.requests import Request

            class Checks:
                def __init__(self, app):
                    self.app = app

                async def __call__(self, scope, receive, send):
                    request = Request(scope, receive)
                    _check(guarded, request.method, request.url.path, None, request)
                    await self.app(scope, receive, send)

            self.app.add_middleware(Checks)
        else:
            lose("mount", "what this specification demands of the application behind the middleware is not followed")

    def add_middleware(self, *args, **kwargs):
        return None

    def add_error_handler(self, *args, **kwargs):
        return None


def _check(guarded, method, path, rule, request):
    for wanted, template, flask_rule, requirements in guarded:
        if method == wanted and _is_asked_for(template, flask_rule, path, rule):
            try:
                verify(requirements, request)
            except Exception:
                refuse(401)


def _is_asked_for(template, flask_rule, path, rule):
    if "{" not in template:
        return path == template
    if rule == flask_rule:
        return True
    # Parameters may be called otherwise in the code, and what comes before the routes knows no template.
    return path.startswith(template.split("{")[0]) and unknown("whether a path of the specification with parameters is the one that is asked for")
