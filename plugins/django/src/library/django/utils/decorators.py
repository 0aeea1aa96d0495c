from functools import update_wrapper, wraps

from django.views.marks import applied, noted, take_marks


def _multi_decorate(decorators, method):
    if isinstance(decorators, (list, tuple)):
        decorators = decorators[::-1]
    else:
        decorators = [decorators]

    def wrapper(self, *args, **kwargs):
        @wraps(method)
        def bound_method(*inner_args, **inner_kwargs):
            return method(self, *inner_args, **inner_kwargs)

        decorated = bound_method
        for decorator in decorators:
            decorated = applied(decorator, decorated)
        return decorated(*args, **kwargs)

    def dummy(*args, **kwargs):
        return None

    for decorator in decorators:
        take_marks(wrapper, applied(decorator, dummy))
        wrapper = noted(wrapper, decorator, dummy)
    return update_wrapper(wrapper, method)


def method_decorator(decorator, name=""):
    def decorate(obj):
        if not isinstance(obj, type):
            return _multi_decorate(decorator, obj)
        setattr(obj, name, _multi_decorate(decorator, getattr(obj, name)))
        return obj

    return decorate


def sync_and_async_middleware(func):
    return func


def sync_only_middleware(func):
    return func


def async_only_middleware(func):
    return func


class classonlymethod(classmethod):
    pass
