from django.urls import path as django_path
from muster import imported
from ninja.constants import NOT_SET
from ninja.operation import Operation, PathView


class Router:
    def __init__(self, *, auth=NOT_SET, throttle=NOT_SET, tags=None, **options):
        self.auth = auth
        self.throttle = throttle
        self.tags = tags
        self.path_operations = {}
        self._routers = []
        self._decorators = []

    def get(self, path, *, auth=NOT_SET, **options):
        return self.api_operation(["GET"], path, auth=auth, **options)

    def post(self, path, *, auth=NOT_SET, **options):
        return self.api_operation(["POST"], path, auth=auth, **options)

    def put(self, path, *, auth=NOT_SET, **options):
        return self.api_operation(["PUT"], path, auth=auth, **options)

    def patch(self, path, *, auth=NOT_SET, **options):
        return self.api_operation(["PATCH"], path, auth=auth, **options)

    def delete(self, path, *, auth=NOT_SET, **options):
        return self.api_operation(["DELETE"], path, auth=auth, **options)

    def api_operation(self, methods, path, *, auth=NOT_SET, **options):
        def decorator(view_func):
            self.add_api_operation(path, methods, view_func, auth=auth, **options)
            return view_func

        return decorator

    def add_api_operation(self, path, methods, view_func, *, auth=NOT_SET, **options):
        self.path_operations.setdefault(path, PathView()).operations.append(Operation(methods, view_func, auth, options))

    def add_router(self, prefix, router, *, auth=NOT_SET, throttle=NOT_SET, tags=None):
        if isinstance(router, str):
            router = imported(router)
        if auth is not NOT_SET:
            router.auth = auth
        if throttle is not NOT_SET:
            router.throttle = throttle
        self._routers.append((prefix, router))

    def add_decorator(self, decorator, mode="operation"):
        self._decorators.append((decorator, mode))

    def build_routers(self, prefix, inherited, decorators, throttled):
        """This router and those below it: prefix, router, what guards it, the decorators around its operations, and what counts its requests."""
        own = self.auth if self.auth is not NOT_SET else inherited
        around = [*decorators, *self._decorators]
        counting = self.throttle if self.throttle is not NOT_SET else throttled
        found = [(prefix, self, own, around, counting)]
        for child_prefix, child in self._routers:
            found.extend(child.build_routers(below(prefix, child_prefix), own, around, counting))
        return found

    def urls_paths(self, prefix, api, inherited, decorators, throttled):
        return [django_path(join(prefix, path).replace("{", "<").replace("}", ">"), view.get_view(api, inherited, decorators, throttled)) for path, view in self.path_operations.items()]


def below(prefix, child_prefix):
    """Where a router in a router stands: a slash stands between them, even where there is nothing behind it."""
    return normalised(prefix + "/" + child_prefix)


def join(prefix, path):
    """Where an operation stands. A prefix that the environment may replace is taken as it is."""
    return normalised(prefix + "/" + path if path else prefix)


def normalised(route):
    """Slashes that meet are one; none stands in front, as the pattern around it ends with one."""
    return route.replace("//", "/").replace("//", "/").lstrip("/")
