from django.urls import path as django_path
from muster import imported
from ninja.constants import NOT_SET
from ninja.natives import declared_here
from ninja.router import Router


class NinjaAPI:
    def __init__(
        self,
        *,
        title="NinjaAPI",
        version="1.0.0",
        description="",
        openapi_url="/openapi.json",
        docs=None,
        docs_url="/docs",
        docs_decorator=None,
        urls_namespace=None,
        auth=NOT_SET,
        throttle=NOT_SET,
        default_router=None,
        **options
    ):
        self.title = title
        self.version = version
        self.openapi_url = openapi_url
        self.docs_url = docs_url
        self.docs_decorator = docs_decorator
        self.urls_namespace = urls_namespace or "api-" + version
        self.auth = auth
        self.throttle = throttle
        self.declared = declared_here()
        self._handlers = []
        self._registrations = []
        self.default_router = default_router or Router()
        self.add_router("", self.default_router)

    def get(self, path, *, auth=NOT_SET, **options):
        return self.default_router.get(path, auth=auth, **options)

    def post(self, path, *, auth=NOT_SET, **options):
        return self.default_router.post(path, auth=auth, **options)

    def put(self, path, *, auth=NOT_SET, **options):
        return self.default_router.put(path, auth=auth, **options)

    def patch(self, path, *, auth=NOT_SET, **options):
        return self.default_router.patch(path, auth=auth, **options)

    def delete(self, path, *, auth=NOT_SET, **options):
        return self.default_router.delete(path, auth=auth, **options)

    def api_operation(self, methods, path, *, auth=NOT_SET, **options):
        return self.default_router.api_operation(methods, path, auth=auth, **options)

    def add_decorator(self, decorator, mode="operation"):
        self.default_router.add_decorator(decorator, mode)

    def add_router(self, prefix, router, *, auth=NOT_SET, throttle=NOT_SET, tags=None, url_name_prefix=None, parent_router=None):
        if isinstance(router, str):
            router = imported(router)
        self._registrations.append((prefix, router, auth, throttle))

    def exception_handler(self, exc_class):
        def decorator(function):
            self.add_exception_handler(exc_class, function)
            return function

        return decorator

    def add_exception_handler(self, exc_class, handler):
        self._handlers.append((exc_class, handler))

    def create_response(self, request, data=None, *, status=200, temporal_response=None):
        from ninja.responses import Response

        return Response(data, status)

    @property
    def urls(self):
        return (self._get_urls(), "ninja", self.urls_namespace)

    def _get_urls(self):
        result = self._documents()
        shared = self.default_router._decorators
        for prefix, router, auth, throttle in self._registrations:
            mounts = router.build_routers(prefix, auth, [] if router is self.default_router else shared, throttle)
            for index, mount in enumerate(mounts):
                path, template, inherited, decorators, throttled = mount
                # What the interface says of a router itself goes before what the router says.
                guards = auth if index == 0 and auth is not NOT_SET else inherited
                counting = throttle if index == 0 and throttle is not NOT_SET else throttled
                result.extend(template.urls_paths(path, self, guards, decorators, counting))
        return result

    def _documents(self):
        if not self.openapi_url:
            return []
        found = [document(self, self.openapi_url)]
        if self.docs_url:
            found.append(document(self, self.docs_url))
        return found


class Document:
    hidden = True
    deprecated = False
    tags = None
    summary = None

    def __init__(self, declared):
        self.declared = declared


def document(api, url):
    def openapi_view(request, **kwargs):
        return None

    view = api.docs_decorator(openapi_view) if api.docs_decorator else openapi_view
    view.handlers = {"GET": openapi_view}
    view.documented = {"GET": Document(api.declared)}
    return django_path(url.lstrip("/"), view)
