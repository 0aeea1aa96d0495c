"""Routes that are described first and registered later."""

from aiohttp._native import declared, record_route


class AbstractRouteDef:
    def register(self, router):
        return []


class RouteDef(AbstractRouteDef):
    def __init__(self, method, path, handler, kwargs):
        self.method = method
        self.path = path
        self.handler = handler
        self.kwargs = kwargs
        # Shown is where the repository describes it, and not where the table is registered.
        declared(self)

    def register(self, router):
        return [record_route(router, self.method, self.path, self.handler, self, self.kwargs.get("name"))]


class StaticDef(AbstractRouteDef):
    def __init__(self, prefix, path, kwargs):
        self.prefix = prefix
        self.path = path
        self.kwargs = kwargs

    def register(self, router):
        return [router.add_static(self.prefix, self.path, **self.kwargs)]


def route(method, path, handler, **kwargs):
    return RouteDef(method, path, handler, kwargs)


def head(path, handler, **kwargs):
    return RouteDef("HEAD", path, handler, kwargs)


def options(path, handler, **kwargs):
    return RouteDef("OPTIONS", path, handler, kwargs)


def get(path, handler, *, name=None, allow_head=True, **kwargs):
    return RouteDef("GET", path, handler, {"name": name})


def post(path, handler, **kwargs):
    return RouteDef("POST", path, handler, kwargs)


def put(path, handler, **kwargs):
    return RouteDef("PUT", path, handler, kwargs)


def patch(path, handler, **kwargs):
    return RouteDef("PATCH", path, handler, kwargs)


def delete(path, handler, **kwargs):
    return RouteDef("DELETE", path, handler, kwargs)


def view(path, handler, **kwargs):
    return RouteDef("*", path, handler, kwargs)


def static(prefix, path, **kwargs):
    return StaticDef(prefix, path, kwargs)


class RouteTableDef:
    """A list of routes that decorators fill. They hand on what they decorate as it is."""

    def __init__(self):
        self._items = []

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def route(self, method, path, **kwargs):
        def inner(handler):
            self._items.append(RouteDef(method, path, handler, kwargs))
            return handler

        return inner

    def head(self, path, **kwargs):
        return self.route("HEAD", path, **kwargs)

    def get(self, path, **kwargs):
        return self.route("GET", path, **kwargs)

    def post(self, path, **kwargs):
        return self.route("POST", path, **kwargs)

    def put(self, path, **kwargs):
        return self.route("PUT", path, **kwargs)

    def patch(self, path, **kwargs):
        return self.route("PATCH", path, **kwargs)

    def delete(self, path, **kwargs):
        return self.route("DELETE", path, **kwargs)

    def options(self, path, **kwargs):
        return self.route("OPTIONS", path, **kwargs)

    def view(self, path, **kwargs):
        return self.route("*", path, **kwargs)

    def static(self, prefix, path, **kwargs):
        self._items.append(StaticDef(prefix, path, kwargs))
