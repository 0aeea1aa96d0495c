from flask import Blueprint, request
from flask import abort as original_flask_abort
from flask.views import MethodView
from muster_flask import decorate, here, noted

from . import fields, reqparse


def abort(http_status_code, **kwargs):
    original_flask_abort(http_status_code)


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
        prefix="",
        default_mediatype="application/json",
        decorators=None,
        catch_all_404s=False,
        serve_challenge_on_401=False,
        url_part_order="bae",
        errors=None,
    ):
        self.prefix = prefix
        self.decorators = decorators if decorators else []
        self.url_part_order = url_part_order
        self.resources = []
        self.app = None
        self.blueprint = None
        self.blueprint_setup = None
        if app is not None:
            self.app = app
            self.init_app(app)

    def init_app(self, app):
        if isinstance(app, Blueprint):
            self.blueprint = app
            app.record(self._deferred_blueprint_init)
        else:
            self._init_app(app)

    def _complete_url(self, url_part, registration_prefix):
        parts = {"b": registration_prefix, "a": self.prefix, "e": url_part}
        return "".join([parts[key] for key in self.url_part_order if parts[key]])

    def _deferred_blueprint_init(self, setup_state):
        self.blueprint_setup = _BlueprintSetup(setup_state)
        setup_state.add_url_rule = self.blueprint_setup.add_url_rule
        self._init_app(setup_state.app)

    def _init_app(self, app):
        for resource, urls, kwargs in self.resources:
            self._register_view(app, resource, *urls, **kwargs)

    def add_resource(self, resource, *urls, **kwargs):
        kwargs.setdefault("muster_place", here())
        if self.app is not None:
            self._register_view(self.app, resource, *urls, **kwargs)
        else:
            self.resources.append((resource, urls, kwargs))

    def resource(self, *urls, **kwargs):
        def decorator(cls):
            self.add_resource(cls, *urls, **kwargs)
            return cls

        return decorator

    def _register_view(self, app, resource, *urls, **kwargs):
        endpoint = kwargs.pop("endpoint", None) or resource.__name__.lower()
        class_args = kwargs.pop("resource_class_args", ())
        class_kwargs = kwargs.pop("resource_class_kwargs", {})
        resource.endpoint = endpoint
        resource_func = self.output(noted(resource.as_view(endpoint, *class_args, **class_kwargs), resource.method_decorators))
        for decorator in self.decorators:
            resource_func = decorate(decorator, resource_func)
        for url in urls:
            if self.blueprint is not None and self.blueprint_setup is not None:
                self.blueprint_setup.add_url_rule(url, endpoint, resource_func, **kwargs)
            elif self.blueprint is not None:
                app.add_url_rule(_Rule(self, url), endpoint, resource_func, **kwargs)
            else:
                app.add_url_rule(self._complete_url(url, ""), endpoint, resource_func, **kwargs)

    def output(self, resource):
        return resource

    def make_response(self, data, *args, **kwargs):
        return data

    def representation(self, mediatype):
        def wrapper(func):
            return func

        return wrapper

    def unauthorized(self, response):
        return response

    def handle_error(self, e):
        return None

    def owns_endpoint(self, endpoint):
        return True


class Resource(MethodView):
    representations = None
    method_decorators = []

    def dispatch_request(self, *args, **kwargs):
        method = request.method.lower()
        if method == "head":
            meth = getattr(self, "head", None) or self.get
        else:
            meth = getattr(self, method)
        decorators = self.method_decorators
        if isinstance(decorators, dict):
            decorators = decorators.get(method, [])
        for decorator in decorators:
            meth = decorator(meth)
        return meth(*args, **kwargs)


def marshal(data, fields, envelope=None):
    return data


class marshal_with:
    def __init__(self, fields, envelope=None):
        self.fields = fields

    def __call__(self, f):
        return f


class marshal_with_field:
    def __init__(self, field):
        self.field = field

    def __call__(self, f):
        return f
