from ninja.constants import NOT_SET
from ninja.natives import declared_here


class Route:
    """What a decorator says of one method of a controller."""

    def __init__(self, view_func, methods, path, auth, permissions, options):
        self.view_func = view_func
        self.methods = methods
        self.path = path
        self.auth = auth
        self.permissions = permissions
        self.options = options
        self.declared = declared_here()


def generic(path="", *, methods=(), auth=NOT_SET, permissions=None, **options):
    def decorator(view_func):
        view_func.ninja_route = Route(view_func, [method.upper() for method in methods], path, auth, permissions, options)
        return view_func

    return decorator


def http_get(path="", *, auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=["GET"], auth=auth, permissions=permissions, **options)


def http_post(path="", *, auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=["POST"], auth=auth, permissions=permissions, **options)


def http_put(path="", *, auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=["PUT"], auth=auth, permissions=permissions, **options)


def http_patch(path="", *, auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=["PATCH"], auth=auth, permissions=permissions, **options)


def http_delete(path="", *, auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=["DELETE"], auth=auth, permissions=permissions, **options)


def http_generic(path="", *, methods=(), auth=NOT_SET, permissions=None, **options):
    return generic(path, methods=methods, auth=auth, permissions=permissions, **options)


class route:
    get = staticmethod(http_get)
    post = staticmethod(http_post)
    put = staticmethod(http_put)
    patch = staticmethod(http_patch)
    delete = staticmethod(http_delete)
    generic = staticmethod(http_generic)
