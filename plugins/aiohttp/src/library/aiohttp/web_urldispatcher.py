"""The router, its resources and routes, and views."""

from aiohttp._native import record_mount, record_route, record_static
from aiohttp.web_exceptions import HTTPMethodNotAllowed
from muster import method as request_method


class UrlDispatcher:
    def add_resource(self, path, *, name=None):
        return Resource(self, path, name)

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        return self.add_resource(path, name=name).add_route(method, handler, expect_handler=expect_handler)

    def add_static(self, prefix, path, *, name=None, expect_handler=None, chunk_size=0, show_index=False, follow_symlinks=False, append_version=False):
        return record_static(self, prefix)

    def add_head(self, path, handler, **kwargs):
        return self.add_route("HEAD", path, handler, **kwargs)

    def add_options(self, path, handler, **kwargs):
        return self.add_route("OPTIONS", path, handler, **kwargs)

    def add_get(self, path, handler, *, name=None, allow_head=True, **kwargs):
        return self.add_route("GET", path, handler, name=name, **kwargs)

    def add_post(self, path, handler, **kwargs):
        return self.add_route("POST", path, handler, **kwargs)

    def add_put(self, path, handler, **kwargs):
        return self.add_route("PUT", path, handler, **kwargs)

    def add_patch(self, path, handler, **kwargs):
        return self.add_route("PATCH", path, handler, **kwargs)

    def add_delete(self, path, handler, **kwargs):
        return self.add_route("DELETE", path, handler, **kwargs)

    def add_view(self, path, handler, **kwargs):
        return self.add_route("*", path, handler, **kwargs)

    def add_routes(self, routes):
        return [one.register(self) for one in routes]

    def mount(self, prefix, subapp, domain=None):
        return record_mount(self, prefix, subapp, domain)


class Resource:
    """A path, and what answers there by method."""

    def __init__(self, router, path, name=None):
        self._router = router
        self._path = path
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def canonical(self):
        return self._path

    def add_route(self, method, handler, *, expect_handler=None):
        record_route(self._router, method, self._path, handler, None, self._name)
        return ResourceRoute(method, handler, self)


class ResourceRoute:
    def __init__(self, method, handler, resource):
        self.method = method
        self.handler = handler
        self.resource = resource

    @property
    def name(self):
        return self.resource.name


class View:
    """Answers with the method that is called as the request's is."""

    def __init__(self, request):
        self._request = request

    @property
    def request(self):
        return self._request

    def _iter(self):
        answer = getattr(self, request_method().lower(), None)
        if answer is None:
            raise HTTPMethodNotAllowed(request_method(), ())
        return answer()
