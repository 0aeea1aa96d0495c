"""Function views, and extra actions of view sets."""

from functools import wraps

from rest_framework.views import APIView


def api_view(http_method_names=None):
    names = ["GET"] if http_method_names is None else http_method_names

    def decorator(func):
        class WrappedAPIView(APIView):
            pass

        @wraps(func)
        def handler(self, *args, **kwargs):
            return func(*args, **kwargs)

        for name in names:
            setattr(WrappedAPIView, name.lower(), handler)
        WrappedAPIView.http_method_names = [name.lower() for name in names] + ["options"]
        WrappedAPIView.__name__ = func.__name__
        for attribute in ("renderer_classes", "parser_classes", "authentication_classes", "throttle_classes", "permission_classes", "schema", "versioning_class"):
            if hasattr(func, attribute):
                setattr(WrappedAPIView, attribute, getattr(func, attribute))
        return WrappedAPIView.as_view()

    return decorator


def _keeps(attribute):
    def of(value):
        def decorator(func):
            setattr(func, attribute, value)
            return func

        return decorator

    return of


renderer_classes = _keeps("renderer_classes")
parser_classes = _keeps("parser_classes")
authentication_classes = _keeps("authentication_classes")
throttle_classes = _keeps("throttle_classes")
permission_classes = _keeps("permission_classes")
versioning_class = _keeps("versioning_class")
content_negotiation_class = _keeps("content_negotiation_class")
metadata_class = _keeps("metadata_class")


def schema(view_inspector):
    return _keeps("schema")(view_inspector)


def action(methods=None, detail=None, url_path=None, url_name=None, **kwargs):
    names = [name.lower() for name in (["get"] if methods is None else methods)]

    def decorator(func):
        func.mapping = MethodMapper(func, names)
        func.detail = detail
        func.url_path = url_path if url_path else func.__name__
        func.url_name = url_name if url_name else func.__name__.replace("_", "-")
        func.kwargs = kwargs
        return func

    return decorator


def detail_route(methods=None, **kwargs):
    return action(methods, detail=True, **kwargs)


def list_route(methods=None, **kwargs):
    return action(methods, detail=False, **kwargs)


class MethodMapper:
    """Which method of a view set answers which HTTP method of one extra action."""

    def __init__(self, action, methods):
        self.action = action
        self.actions = {method: action.__name__ for method in methods}

    def items(self):
        return self.actions.items()

    def values(self):
        return self.actions.values()

    def keys(self):
        return self.actions.keys()

    def __iter__(self):
        return iter(self.actions)

    def __contains__(self, method):
        return method in self.actions

    def __getitem__(self, method):
        return self.actions[method]

    def __setitem__(self, method, name):
        self.actions[method] = name

    def _map(self, method, function):
        self.actions[method] = function.__name__
        return function

    def get(self, function):
        return self._map("get", function)

    def post(self, function):
        return self._map("post", function)

    def put(self, function):
        return self._map("put", function)

    def patch(self, function):
        return self._map("patch", function)

    def delete(self, function):
        return self._map("delete", function)

    def head(self, function):
        return self._map("head", function)

    def options(self, function):
        return self._map("options", function)

    def trace(self, function):
        return self._map("trace", function)
