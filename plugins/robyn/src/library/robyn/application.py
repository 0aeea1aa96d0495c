"""Applications and sub-routers."""

import muster
from muster_robyn import method_name, normalised, parameters, template
from robyn.messages import Request


class Route:
    def __init__(self, method, path, handler, auth_required, router, at):
        self.method = method
        self.path = path
        self.handler = handler
        self.auth_required = auth_required
        self.router = router
        self.at = at


class BaseRobyn:
    def __init__(self):
        self.routes = []
        self.before = []
        self.before_path = []
        self.directories = []
        self.sockets = []
        self.included = []
        self.authentication_handler = None
        self.parent = None

    def configure_authentication(self, authentication_handler):
        self.authentication_handler = authentication_handler

    def handler_in_force(self):
        """Its own, or that of the router that included it."""
        if self.authentication_handler is not None or self.parent is None:
            return self.authentication_handler
        return self.parent.handler_in_force()

    def path_of(self, endpoint):
        return normalised(endpoint)

    def add_route(self, route_type, endpoint, handler, is_const=False, auth_required=False, *args, **kwargs):
        self.routes.append(Route(method_name(route_type), self.path_of(endpoint), handler, auth_required, self, muster.here()))
        return handler

    def _verb(self, method, endpoint, auth_required):
        at = muster.here()

        def inner(handler):
            self.routes.append(Route(method, self.path_of(endpoint), handler, auth_required, self, at))
            return handler

        return inner

    def get(self, endpoint, const=False, auth_required=False, *args, **kwargs):
        return self._verb("GET", endpoint, auth_required)

    def post(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("POST", endpoint, auth_required)

    def put(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("PUT", endpoint, auth_required)

    def delete(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("DELETE", endpoint, auth_required)

    def patch(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("PATCH", endpoint, auth_required)

    def head(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("HEAD", endpoint, auth_required)

    def options(self, endpoint, auth_required=False, *args, **kwargs):
        return self._verb("OPTIONS", endpoint, auth_required)

    def before_request(self, endpoint=None):
        def inner(handler):
            if endpoint is None:
                self.before.append(handler)
            else:
                # It is kept for GET alone, and without the prefix of a sub-router.
                self.before_path.append((normalised(endpoint), handler))
            return handler

        return inner

    def after_request(self, endpoint=None):
        def inner(handler):
            return handler

        return inner

    def websocket(self, endpoint, *args, **kwargs):
        at = muster.here()

        def inner(handler):
            self.sockets.append((endpoint, handler, at))
            return handler

        return inner

    def view(self, endpoint, const=False):
        at = muster.here()

        def inner(handler):
            self.routes.append(Route(None, self.path_of(endpoint), handler, False, self, at))
            return handler

        return inner

    def add_view(self, endpoint, view, const=False):
        self.routes.append(Route(None, self.path_of(endpoint), view, False, self, muster.here()))

    def serve_directory(self, route, directory_path=None, *args, **kwargs):
        self.directories.append((route, muster.here()))

    add_directory = serve_directory

    def include_router(self, router):
        muster.mounted(router, self)
        router.parent = self
        self.included.append(router)
        prefix = self.stacked()
        for route in router.routes:
            self.routes.append(Route(route.method, prefix + route.path if prefix else route.path, route.handler, route.auth_required, route.router, route.at))
        self.before.extend(router.before)
        for path, handler in router.before_path:
            self.before_path.append((prefix + path if prefix else path, handler))
        for endpoint, handler, at in router.sockets:
            self.sockets.append((router.stacked() + normalised(endpoint), handler, at))

    def stacked(self):
        return ""

    def _ignored(self, *args, **kwargs):
        pass

    inject = _ignored
    inject_global = _ignored
    add_request_header = _ignored
    add_response_header = _ignored
    set_request_header = _ignored
    set_response_header = _ignored
    exclude_response_headers_for = _ignored
    startup_handler = _ignored
    shutdown_handler = _ignored
    exception = _ignored
    configure_sessions = _ignored
    start = _ignored


class Robyn(BaseRobyn):
    def __init__(self, file_object="", *args, **kwargs):
        super().__init__()
        muster.created(self)

    def muster_routes(self):
        for route in self.routes:
            if route.method is None:
                muster.lost(self, "route", "which methods a view answers is decided by functions inside it", route.at)
            else:
                path, names = template(route.path)
                muster.serve(self, route.method, path, route.handler, self.way(route, names), route.at, self.before + [route.router.handler_in_force() if route.auth_required else None])
        for endpoint, handler, at in self.sockets:
            path, names = template(endpoint)
            muster.serve(self, "WEBSOCKET", path, handler, self.socket_way(handler), at)
        for route, at in self.directories:
            muster.serve(self, "GET", route.rstrip("/") + "/{path}", Robyn, self.directory_way(), at)

    def way(self, route, names):
        async def way():
            request = Request({name: muster.text("path", name) for name in names})
            for function in self.before:
                muster.before(function, request)
            if route.auth_required:
                handler = route.router.handler_in_force()
                if handler is None:
                    # Robyn raises: nobody gets in.
                    muster.refuse(500)
                identity = await handler.authenticate(request)
                if identity is None:
                    muster.refuse(401)
                request.identity = identity
            elif route.method == "GET":
                for path, function in self.before_path:
                    if path == route.path:
                        muster.before(function, request)
            wanted = parameters(route.handler)
            if not wanted:
                muster.leave(route.handler)
            muster.leave(route.handler, *[self.argument(name, names, request, len(wanted)) for name in wanted])

        return way

    def argument(self, name, names, request, count):
        if name in names:
            return muster.text("path", name)
        if name in ("r", "req", "request"):
            return request
        if name == "identity":
            return request.identity
        if name == "headers":
            return request.headers
        if name == "path_params":
            return request.path_params
        if name in ("body", "form_data", "files"):
            return muster.given("body")
        if name in ("global_dependencies", "router_dependencies"):
            return muster.unknown("what is injected")
        return request if count == 1 else muster.text("query", name)

    def socket_way(self, handler):
        async def way():
            muster.leave(handler, muster.unknown("the socket"))

        return way

    def directory_way(self):
        async def way():
            for function in self.before:
                muster.before(function, Request({}))

        return way


class SubRouter(BaseRobyn):
    def __init__(self, *args, prefix="", tags=None, **kwargs):
        super().__init__()
        if not prefix:
            if len(args) >= 2:
                prefix = args[1]
            elif args and isinstance(args[0], str) and args[0].startswith("/") and not args[0].endswith(".py"):
                prefix = args[0]
        self.prefix = prefix

    def stacked(self):
        prefix = normalised(self.prefix)
        return "" if prefix == "/" else prefix

    def path_of(self, endpoint):
        inner = normalised(endpoint)
        prefix = self.stacked()
        return (prefix or "/") if inner == "/" else prefix + inner


class WebSocket:
    """Sockets as they were before `websocket`."""

    def __init__(self, robyn_object, endpoint, *args, **kwargs):
        self.application = robyn_object
        self.endpoint = endpoint
        self.at = muster.here()

    def on(self, event):
        def inner(handler):
            if event == "message":
                self.application.sockets.append((self.endpoint, handler, self.at))
            return handler

        return inner
