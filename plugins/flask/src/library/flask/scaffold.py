"""What an application and a blueprint have in common."""

from muster_flask import here


def setupmethod(function):
    return function


class Scaffold:
    json_encoder = None
    static_folder = None

    def __init__(self, import_name, static_folder=None, static_url_path=None, template_folder=None, root_path=None):
        self.import_name = import_name
        self.static_folder = static_folder
        self._static_url_path = static_url_path
        self.template_folder = template_folder
        self.root_path = root_path
        self.view_functions = {}
        self.error_handler_spec = {}
        self.before_request_funcs = {}
        self.after_request_funcs = {}
        self.teardown_request_funcs = {}
        self.url_value_preprocessors = {}
        self.template_context_processors = {}
        self.url_default_functions = {}

    @property
    def has_static_folder(self):
        return self.static_folder is not None

    @property
    def static_url_path(self):
        if self._static_url_path is not None:
            return self._static_url_path.rstrip("/")
        return "/" + str(self.static_folder).rstrip("/").rsplit("/", 1)[-1]

    def send_static_file(self, filename):
        return None

    def _method_route(self, method, rule, options):
        return self.route(rule, methods=[method], **options)

    def get(self, rule, **options):
        return self._method_route("GET", rule, options)

    def post(self, rule, **options):
        return self._method_route("POST", rule, options)

    def put(self, rule, **options):
        return self._method_route("PUT", rule, options)

    def delete(self, rule, **options):
        return self._method_route("DELETE", rule, options)

    def patch(self, rule, **options):
        return self._method_route("PATCH", rule, options)

    def route(self, rule, **options):
        def decorator(f):
            endpoint = options.pop("endpoint", None)
            self.add_url_rule(rule, endpoint, f, **options)
            return f

        return decorator

    def endpoint(self, endpoint):
        def decorator(f):
            self.view_functions[endpoint] = f
            return f

        return decorator

    def before_request(self, f):
        self.before_request_funcs.setdefault(None, []).append(f)
        return f

    def after_request(self, f):
        self.after_request_funcs.setdefault(None, []).append(f)
        return f

    def teardown_request(self, f):
        return f

    def context_processor(self, f):
        return f

    def url_defaults(self, f):
        return f

    def url_value_preprocessor(self, f):
        self.url_value_preprocessors.setdefault(None, []).append(f)
        return f

    def errorhandler(self, code_or_exception):
        def decorator(f):
            self.register_error_handler(code_or_exception, f)
            return f

        return decorator

    def register_error_handler(self, code_or_exception, f):
        self.error_handler_spec.setdefault(None, []).append((code_or_exception, f))


def _endpoint_from_view_func(view_func):
    return view_func.__name__
