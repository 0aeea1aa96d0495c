from muster_flask import Config, core, here, is_known, json_provider, lose, made, make_response, session_interface
from werkzeug.routing import Map, Rule

from .blueprints import Blueprint
from .cli import AppGroup
from .globals import g, request
from .scaffold import Scaffold, _endpoint_from_view_func
from .wrappers import Request, Response


class Flask(Scaffold):
    request_class = Request
    response_class = Response
    url_rule_class = Rule
    url_map_class = Map
    config_class = Config
    test_client_class = None
    session_interface = session_interface

    def __init__(
        self,
        import_name,
        static_url_path=None,
        static_folder="static",
        static_host=None,
        host_matching=False,
        subdomain_matching=False,
        template_folder="templates",
        instance_path=None,
        instance_relative_config=False,
        root_path=None,
    ):
        super().__init__(import_name, static_folder=static_folder, static_url_path=static_url_path, template_folder=template_folder, root_path=root_path)
        made(self)
        self.name = import_name
        self.instance_path = instance_path
        self.config = self.make_config(instance_relative_config)
        self.json = json_provider
        self.extensions = {}
        self.blueprints = {}
        self.url_map = self.url_map_class(host_matching=host_matching)
        self.subdomain_matching = subdomain_matching
        self.cli = AppGroup()
        self.shell_context_processors = []
        self.url_build_error_handlers = []
        self.teardown_appcontext_funcs = []
        if self.has_static_folder:
            self.add_url_rule(f"{self.static_url_path}/<path:filename>", endpoint="static", host=static_host, view_func=self.send_static_file)

    @property
    def debug(self):
        return self.config["DEBUG"]

    @property
    def testing(self):
        return self.config["TESTING"]

    @property
    def secret_key(self):
        return self.config["SECRET_KEY"]

    def make_config(self, instance_relative=False):
        return self.config_class(self.root_path, {})

    def register_blueprint(self, blueprint, **options):
        if not is_known(blueprint):
            lose("mount", blueprint)
            return
        blueprint.register(self, options)

    def iter_blueprints(self):
        return self.blueprints.values()

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        place = options.pop("muster_place", None)
        if place is None:
            place = here()
        if endpoint is None:
            endpoint = _endpoint_from_view_func(view_func)
        options["endpoint"] = endpoint
        methods = options.pop("methods", None)
        if methods is None:
            methods = getattr(view_func, "methods", None)
        if methods is None:
            methods = ("GET",)
        if provide_automatic_options is None:
            provide_automatic_options = getattr(view_func, "provide_automatic_options", None)
        rule_obj = self.url_rule_class(rule, methods=methods, **options)
        rule_obj.provide_automatic_options = provide_automatic_options
        rule_obj.required_methods = getattr(view_func, "required_methods", None)
        rule_obj.muster_place = place
        rule_obj.muster_view = view_func
        self.url_map.add(rule_obj)
        if view_func is not None:
            self.view_functions[endpoint] = view_func

    def template_filter(self, name=None):
        def decorator(f):
            return f

        return decorator

    template_test = template_filter
    template_global = template_filter

    def add_template_filter(self, f, name=None):
        return None

    add_template_global = add_template_filter
    add_template_test = add_template_filter

    def before_first_request(self, f):
        return f

    def teardown_appcontext(self, f):
        return f

    def shell_context_processor(self, f):
        return f

    def make_response(self, rv):
        return make_response(rv)

    def ensure_sync(self, func):
        return func

    def async_to_sync(self, func):
        return func

    def test_client(self, *args, **kwargs):
        return None

    # What a request passes through; an application class of the repository may override each.
    __call__ = core("__call__")
    wsgi_app = core("wsgi_app")
    full_dispatch_request = core("full_dispatch_request")
    preprocess_request = core("preprocess_request")
    dispatch_request = core("dispatch_request")
