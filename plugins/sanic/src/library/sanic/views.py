"""Views: the method that is called as the request's is answers."""

from sanic.base import HTTP_METHODS
from sanic.exceptions import MethodNotAllowed


class HTTPMethodView:
    decorators = []

    def __init_subclass__(cls, attach=None, uri="", methods=("GET",), host=None, strict_slashes=None, version=None, name=None, stream=False, version_prefix="/v"):
        if attach is not None:
            cls.attach(attach, uri=uri, host=host, strict_slashes=strict_slashes, version=version, name=name, version_prefix=version_prefix)

    @classmethod
    def attach(cls, to, uri, methods=("GET",), host=None, strict_slashes=None, version=None, name=None, stream=False, version_prefix="/v"):
        to.add_route(cls.as_view(), uri, host=host, strict_slashes=strict_slashes, version=version, name=name, version_prefix=version_prefix)

    def dispatch_request(self, request, *args, **kwargs):
        handler = getattr(self, request.method.lower(), None)
        if handler is None:
            raise MethodNotAllowed("", request.method, ())
        return handler(request, *args, **kwargs)

    @classmethod
    def as_view(cls, *class_args, **class_kwargs):
        def view(*args, **kwargs):
            return cls(*class_args, **class_kwargs).dispatch_request(*args, **kwargs)

        for decorator in cls.decorators:
            view = decorator(view)
        view.view_class = cls
        view.__name__ = cls.__name__
        return view


class CompositionView:
    """One function for each method, given one after the other."""

    def __init__(self):
        self.handlers = {}

    def add(self, methods, handler, stream=False):
        for method in methods:
            self.handlers[method] = handler

    def __call__(self, request, *args, **kwargs):
        return self.handlers[request.method](request, *args, **kwargs)


def stream(function):
    return function
