"""What applications and blueprints have in common: routes, middleware, listeners, exceptions."""

from sanic._native import declared

HTTP_METHODS = ("GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH", "DELETE")


class FutureRoute:
    def __init__(self, handler, uri, methods, host, strict_slashes, version, version_prefix, name, websocket, static, context):
        self.handler = handler
        self.uri = uri
        self.methods = methods
        self.host = host
        self.strict_slashes = strict_slashes
        self.version = version
        self.version_prefix = version_prefix
        self.name = name
        self.websocket = websocket
        self.static = static
        self.context = context
        # Shown is where the repository describes it, and not where a blueprint is registered.
        declared(self)


class BaseSanic:
    def route(self, uri, methods=None, host=None, strict_slashes=None, stream=False, version=None, name=None, ignore_body=False, apply=True, subprotocols=None, websocket=False, unquote=False, static=False, version_prefix="/v", error_format=None, **context):
        if not uri.startswith("/"):
            uri = "/" + uri
        if strict_slashes is None:
            strict_slashes = self.strict_slashes
        if not methods:
            methods = ("GET",)

        def decorator(handler):
            self._add_route(FutureRoute(handler, uri, methods, host, strict_slashes, version, version_prefix, name, websocket, static, context))
            return handler

        return decorator

    def add_route(self, handler, uri, methods=("GET",), host=None, strict_slashes=None, version=None, name=None, stream=False, version_prefix="/v", error_format=None, unquote=False, **context):
        view = getattr(handler, "view_class", None)
        if view is not None:
            methods = [method for method in HTTP_METHODS if hasattr(view, method.lower())]
        self.route(uri, methods, host, strict_slashes, stream, version, name, version_prefix=version_prefix, **context)(handler)
        return handler

    def get(self, uri, **options):
        return self.route(uri, ("GET",), **options)

    def post(self, uri, **options):
        return self.route(uri, ("POST",), **options)

    def put(self, uri, **options):
        return self.route(uri, ("PUT",), **options)

    def head(self, uri, **options):
        return self.route(uri, ("HEAD",), **options)

    def options(self, uri, **options):
        return self.route(uri, ("OPTIONS",), **options)

    def patch(self, uri, **options):
        return self.route(uri, ("PATCH",), **options)

    def delete(self, uri, **options):
        return self.route(uri, ("DELETE",), **options)

    def websocket(self, uri, host=None, strict_slashes=None, subprotocols=None, version=None, name=None, apply=True, version_prefix="/v", error_format=None, **context):
        return self.route(uri, None, host, strict_slashes, version=version, name=name, websocket=True, version_prefix=version_prefix, **context)

    def add_websocket_route(self, handler, uri, host=None, strict_slashes=None, subprotocols=None, version=None, name=None, version_prefix="/v", error_format=None, **context):
        return self.websocket(uri, host, strict_slashes, subprotocols, version, name, version_prefix=version_prefix, **context)(handler)

    def static(self, uri, file_or_directory, pattern="", use_modified_since=True, use_content_range=False, stream_large_files=False, name="static", host=None, strict_slashes=None, content_type=None, apply=True, resource_type=None, **options):
        self._add_static(FutureRoute(None, uri, ("GET",), host, True, None, "/v", name, False, file_or_directory, {}), resource_type)

    def middleware(self, middleware_or_request=None, attach_to="request", apply=True, *, priority=0):
        if callable(middleware_or_request):
            return self._add_middleware(middleware_or_request, attach_to)

        def decorator(middleware):
            return self._add_middleware(middleware, middleware_or_request or attach_to)

        return decorator

    def on_request(self, middleware=None, *, priority=0):
        if callable(middleware):
            return self._add_middleware(middleware, "request")
        return lambda function: self._add_middleware(function, "request")

    def on_response(self, middleware=None, *, priority=0):
        if callable(middleware):
            return middleware
        return lambda function: function

    def register_middleware(self, middleware, attach_to="request", *, priority=0):
        return self._add_middleware(middleware, attach_to)

    def _add_middleware(self, middleware, attach_to):
        if attach_to == "request":
            self._request_middleware.append(middleware)
        return middleware

    def exception(self, *exceptions, apply=True):
        def decorator(handler):
            for exception in exceptions:
                self._error_handlers.append((exception, handler))
            return handler

        return decorator

    def listener(self, listener_or_event, event_or_none=None, apply=True, *, priority=0):
        if callable(listener_or_event):
            return self._add_listener(event_or_none, listener_or_event)
        return lambda function: self._add_listener(listener_or_event, function)

    def register_listener(self, listener, event, *, priority=0):
        return self._add_listener(event, listener)

    def _add_listener(self, event, listener):
        if event in ("main_process_start", "before_server_start", "after_server_start"):
            self._listeners.append(listener)
        return listener

    def _listening(self, event, listener):
        if callable(listener):
            return self._add_listener(event, listener)
        return lambda function: self._add_listener(event, function)

    def main_process_start(self, listener=None, *, priority=0):
        return self._listening("main_process_start", listener)

    def before_server_start(self, listener=None, *, priority=0):
        return self._listening("before_server_start", listener)

    def after_server_start(self, listener=None, *, priority=0):
        return self._listening("after_server_start", listener)

    def _ignored(self, listener=None, *, priority=0):
        if callable(listener):
            return listener
        return lambda function: function

    main_process_stop = _ignored
    before_server_stop = _ignored
    after_server_stop = _ignored
    reload_process_start = _ignored
    before_reload_trigger = _ignored
    after_reload_trigger = _ignored

    def signal(self, event, *, apply=True, condition=None, exclusive=True, priority=0):
        return lambda function: function
