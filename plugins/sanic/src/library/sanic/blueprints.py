"""Blueprints, and groups of them."""

from sanic._native import record_route
from sanic.base import BaseSanic


class Blueprint(BaseSanic):
    def __init__(self, name, url_prefix=None, host=None, version=None, strict_slashes=None, version_prefix="/v"):
        self.name = name
        self.url_prefix = url_prefix[:-1] if url_prefix and url_prefix.endswith("/") else url_prefix
        self.host = host
        self.version = version
        self.strict_slashes = strict_slashes
        self.version_prefix = version_prefix
        self._routes = []
        self._statics = []
        self._request_middleware = []
        self._error_handlers = []
        self._listeners = []

    @staticmethod
    def group(*blueprints, url_prefix=None, version=None, strict_slashes=None, version_prefix="/v", name_prefix=""):
        made = BlueprintGroup(url_prefix, version, strict_slashes, version_prefix, name_prefix)
        for one in blueprints:
            if isinstance(one, (list, tuple, set)):
                for inner in one:
                    made.append(inner)
            else:
                made.append(one)
        return made

    def copy(self, name, url_prefix=None, version=None, version_prefix=None, allow_route_overwrite=None, strict_slashes=None, with_registration=True, with_ctx=False):
        made = Blueprint(name, url_prefix or self.url_prefix, self.host, self.version if version is None else version, self.strict_slashes if strict_slashes is None else strict_slashes, version_prefix or self.version_prefix)
        made._routes = list(self._routes)
        made._statics = list(self._statics)
        made._request_middleware = list(self._request_middleware)
        made._error_handlers = list(self._error_handlers)
        return made

    def _add_route(self, future):
        self._routes.append(future)

    def _add_static(self, future, resource_type):
        self._statics.append((future, resource_type))

    def register(self, app, options):
        prefix = options.get("url_prefix", self.url_prefix)
        # Middleware that is added later is not attached.
        middleware = list(self._request_middleware)
        for future in self._routes:
            version_prefix = self.version_prefix
            if future.version_prefix and future.version_prefix != "/v":
                version_prefix = future.version_prefix
            elif options.get("version_prefix", self.version_prefix) and options.get("version_prefix", self.version_prefix) != "/v":
                version_prefix = options.get("version_prefix", self.version_prefix)
            version = _first(future.version, options.get("version"), self.version)
            strict = _first(future.strict_slashes, options.get("strict_slashes"), self.strict_slashes)
            name = future.name or getattr(future.handler, "__name__", "handler")
            app._serve(future, _join(future.uri, prefix), strict, version, version_prefix, middleware, f"{app.name}.{self.name}.{name}")
        for future, resource_type in self._statics:
            record_route(app, future, _join(future.uri, prefix), middleware, future.name, resource_type)
        app._error_handlers.extend(self._error_handlers)
        app._listeners.extend(self._listeners)


def _first(*values):
    for value in values:
        if value is not None:
            return value
    return None


def _join(uri, prefix):
    if not prefix:
        return uri
    joined = prefix + uri[1:] if uri.startswith("/") and prefix.endswith("/") else prefix + uri
    return joined[1:] if joined.startswith("//") else joined


class BlueprintGroup:
    def __init__(self, url_prefix=None, version=None, strict_slashes=None, version_prefix="/v", name_prefix=""):
        self.url_prefix = url_prefix
        self.version = version
        self.strict_slashes = strict_slashes
        self.version_prefix = version_prefix
        self.blueprints = []

    def __iter__(self):
        return iter(self.blueprints)

    def append(self, value):
        self.blueprints.append(value)

    def insert(self, index, item):
        self.blueprints.insert(index, item)

    def extend(self, values):
        self.blueprints.extend(values)

    def middleware(self, *args, **kwargs):
        def register(function):
            for blueprint in self.blueprints:
                blueprint.middleware(function, *args[1:], **kwargs) if args and callable(args[0]) else blueprint.middleware(*args, **kwargs)(function)
            return function

        if args and callable(args[0]):
            return register(args[0])
        return register

    def on_request(self, middleware=None):
        if callable(middleware):
            for blueprint in self.blueprints:
                blueprint.on_request(middleware)
            return middleware
        return lambda function: self.on_request(function)

    def on_response(self, middleware=None):
        if callable(middleware):
            return middleware
        return lambda function: function

    def exception(self, *exceptions, **kwargs):
        def register(function):
            for blueprint in self.blueprints:
                blueprint.exception(*exceptions, **kwargs)(function)
            return function

        return register
