"""An application that is made of specifications. Flask's table of routes stands for each framework's."""

from flask import Blueprint, Flask
from muster import unknown
from muster_connexion import is_known, read

from ..documents import document, paths_of
from ..operation import view_of
from ..resolver import Resolver


class AbstractApp:
    def __init__(
        self,
        import_name,
        *args,
        specification_dir="",
        arguments=None,
        auth_all_paths=None,
        resolver=None,
        resolver_error=None,
        options=None,
        server_args=None,
        security_map=None,
        swagger_ui_options=None,
        **kwargs,
    ):
        self.import_name = import_name
        self.specification_dir = specification_dir
        self.arguments = arguments or {}
        self.resolver = resolver
        self.options = options
        self.security_map = security_map
        self.swagger_ui_options = swagger_ui_options
        self.app = self.create_app(server_args or {})

    def create_app(self, server_args):
        return Flask(self.import_name, **server_args)

    def add_api(
        self,
        specification,
        base_path=None,
        arguments=None,
        auth_all_paths=None,
        validate_responses=False,
        strict_validation=False,
        resolver=None,
        resolver_error=None,
        pythonic_params=False,
        pass_context_arg_name=None,
        options=None,
        validator_map=None,
        name=None,
        security_map=None,
        swagger_ui_options=None,
        **kwargs,
    ):
        given = dict(self.arguments)
        given.update(arguments or {})
        api = read(self.import_name, self.specification_dir, specification, given)
        if api is None:
            return None
        resolver = resolver or self.resolver or Resolver()
        if not hasattr(resolver, "resolve"):
            resolver = Resolver(resolver)
        if base_path is None:
            base_path = api.base_path
        base_path = base_path.rstrip("/")
        blueprint = Blueprint(name or base_path.replace(".", "_") or "/", self.import_name, url_prefix=base_path)
        self._add_documents(blueprint, api, options or self.options, swagger_ui_options or self.swagger_ui_options)
        for operation in api.operations:
            self._add_operation(blueprint, operation, api, resolver, security_map or self.security_map)
        self.app.register_blueprint(blueprint)
        return api

    def _add_documents(self, blueprint, api, options, swagger_ui_options):
        for path in paths_of(api, options, swagger_ui_options):
            blueprint.add_url_rule(path, "openapi_" + path[-4:], document)

    def _add_operation(self, blueprint, operation, api, resolver, security_map):
        resolution = resolver.resolve(operation)
        function = resolution.function
        endpoint = str(resolution.operation_id).replace(".", "_")
        if is_known(function):
            view = view_of(function, operation, api.schemes, security_map)
        else:
            view = unknown(f"the function {resolution.operation_id} of the operation could not be followed")
        blueprint.add_url_rule(operation.rule, endpoint, view, methods=[operation.method], muster_place=operation.place)

    def route(self, rule, **options):
        def decorator(function):
            self.add_url_rule(rule, options.pop("endpoint", None), function, **options)
            return function

        return decorator

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        self.app.add_url_rule(rule, endpoint, view_func, **options)

    def add_error_handler(self, code_or_exception, function):
        return None

    def add_middleware(self, middleware_class, *args, **options):
        return None

    def test_client(self, **kwargs):
        return self.app.test_client()

    def run(self, *args, **kwargs):
        return None

    def __call__(self, *args, **kwargs):
        return self.app(*args, **kwargs)
