from flask import Blueprint
from muster_flask import decorate, here, noted

from .namespace import Namespace
from .resource import Resource
from .swagger import SwaggerView, apidoc


def camel_to_dash(value):
    out = ""
    previous = ""
    for letter in value:
        if letter != letter.lower() and previous != "" and previous == previous.lower():
            out += "_"
        out += letter.lower()
        previous = letter
    return out


class _Rule:
    """A path whose prefix is known when the blueprint is registered."""

    def __init__(self, api, url):
        self.api = api
        self.url = url

    def under(self, prefix):
        return self.api._complete_url(self.url, prefix)


class _BlueprintSetup:
    """Puts the prefixes of blueprint and interface before a path as they are."""

    def __init__(self, state):
        self.state = state

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        state = self.state
        if isinstance(rule, _Rule):
            rule = rule.under(state.url_prefix)
        elif state.url_prefix:
            rule = state.url_prefix + rule
        options.setdefault("subdomain", state.subdomain)
        if endpoint is None:
            endpoint = view_func.__name__
        defaults = state.url_defaults
        if options.get("defaults"):
            defaults = dict(defaults, **options.pop("defaults"))
        state.app.add_url_rule(rule, f"{state.blueprint.name}.{endpoint}", view_func, defaults=defaults, **options)


class Api:
    def __init__(
        self,
        app=None,
        version="1.0",
        title=None,
        description=None,
        terms_url=None,
        license=None,
        license_url=None,
        contact=None,
        contact_url=None,
        contact_email=None,
        authorizations=None,
        security=None,
        doc="/",
        default_id=None,
        default="default",
        default_label="Default namespace",
        validate=None,
        tags=None,
        prefix="",
        ordered=False,
        default_mediatype="application/json",
        decorators=None,
        catch_all_404s=False,
        serve_challenge_on_401=False,
        format_checker=None,
        url_scheme=None,
        default_swagger_filename="swagger.json",
        **kwargs,
    ):
        self.version = version
        self.title = title
        self.description = description
        self.authorizations = authorizations
        self.prefix = prefix
        self.decorators = decorators if decorators else []
        self.endpoints = set()
        self.resources = []
        self.namespaces = []
        self.ns_paths = {}
        self.models = {}
        self.app = None
        self.blueprint = None
        self.blueprint_setup = None
        self.default_swagger_filename = default_swagger_filename
        self._doc = doc
        self._add_specs = True
        self.default_namespace = self.namespace(default, default_label, api=self, path="/")
        if app is not None:
            self.app = app
            self.init_app(app, **kwargs)

    def init_app(self, app, **kwargs):
        self.app = app
        self._add_specs = kwargs.get("add_specs", True)
        self._register_specs(app)
        self._register_doc(app)
        if isinstance(app, Blueprint):
            app.record(self._deferred_blueprint_init)
            self.blueprint = app
        else:
            self._init_app(app)

    def _deferred_blueprint_init(self, setup_state):
        self.blueprint_setup = _BlueprintSetup(setup_state)
        setup_state.add_url_rule = self.blueprint_setup.add_url_rule
        self._init_app(setup_state.app)

    def _init_app(self, app):
        for resource, namespace, urls, kwargs in self.resources:
            self._register_view(app, resource, namespace, *urls, **kwargs)
        if not app.extensions.get("restx"):
            app.extensions["restx"] = True
            app.register_blueprint(apidoc)

    def __getattr__(self, name):
        return getattr(self.default_namespace, name)

    def _complete_url(self, url_part, registration_prefix):
        return "".join([part for part in (registration_prefix, self.prefix, url_part) if part])

    def _register_specs(self, app):
        if self._add_specs:
            self._register_view(app, SwaggerView, self.default_namespace, "/" + self.default_swagger_filename, endpoint="specs")
            self.endpoints.add("specs")

    def _register_doc(self, app):
        if self._add_specs and self._doc:
            app.add_url_rule(self._doc, "doc", self.render_doc)
        app.add_url_rule(self.prefix or "/", "root", self.render_root)

    def register_resource(self, namespace, resource, *urls, **kwargs):
        endpoint = kwargs.pop("endpoint", None) or self.default_endpoint(resource, namespace)
        kwargs["endpoint"] = endpoint
        self.endpoints.add(endpoint)
        if self.app is not None:
            self._register_view(self.app, resource, namespace, *urls, **kwargs)
        else:
            self.resources.append((resource, namespace, urls, kwargs))
        return endpoint

    def _register_view(self, app, resource, namespace, *urls, **kwargs):
        endpoint = kwargs.pop("endpoint", None) or camel_to_dash(resource.__name__)
        class_args = kwargs.pop("resource_class_args", ())
        class_kwargs = kwargs.pop("resource_class_kwargs", {})
        resource.endpoint = endpoint
        resource_func = noted(resource.as_view(endpoint, self, *class_args, **class_kwargs), resource.method_decorators)
        for decorator in namespace.decorators:
            resource_func = decorate(decorator, resource_func)
        for decorator in self.decorators:
            resource_func = decorate(decorator, resource_func)
        for url in urls:
            if self.blueprint is not None and self.blueprint_setup is not None:
                self.blueprint_setup.add_url_rule(url, endpoint, resource_func, **kwargs)
            elif self.blueprint is not None:
                app.add_url_rule(_Rule(self, url), endpoint, resource_func, **kwargs)
            else:
                app.add_url_rule(self._complete_url(url, ""), endpoint, resource_func, **kwargs)

    def default_endpoint(self, resource, namespace):
        endpoint = camel_to_dash(resource.__name__)
        if namespace is not self.default_namespace:
            endpoint = f"{namespace.name}_{endpoint}"
        if endpoint in self.endpoints:
            for suffix in range(2, 50):
                if f"{endpoint}_{suffix}" not in self.endpoints:
                    return f"{endpoint}_{suffix}"
        return endpoint

    def get_ns_path(self, ns):
        return self.ns_paths.get(ns)

    def ns_urls(self, ns, urls):
        path = self.get_ns_path(ns) or ns.path
        return [path + url for url in urls]

    def add_namespace(self, ns, path=None):
        if ns not in self.namespaces:
            self.namespaces.append(ns)
            ns.apis.append(self)
            if path is not None:
                self.ns_paths[ns] = path
        for resource, urls, kwargs in ns.resources:
            self.register_resource(ns, resource, *self.ns_urls(ns, urls), **kwargs)

    def namespace(self, *args, **kwargs):
        ns = Namespace(*args, **kwargs)
        self.add_namespace(ns)
        return ns

    def add_resource(self, resource, *urls, **kwargs):
        kwargs.setdefault("muster_place", here())
        self.default_namespace.add_resource(resource, *urls, **kwargs)

    def documentation(self, func):
        return func

    def errorhandler(self, exception):
        def wrapper(func):
            return func

        return wrapper

    def representation(self, mediatype):
        def wrapper(func):
            return func

        return wrapper

    def unauthorized(self, response):
        return response

    def render_root(self):
        return None

    def render_doc(self):
        return None
