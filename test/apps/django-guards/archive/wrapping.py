"""An include whose views all get a decorator."""

from importlib import import_module

from django.urls import URLPattern, URLResolver


class DecoratedPattern(URLPattern):
    pass


def decorate(patterns, decorator):
    out = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            out.append(pattern)
        else:
            out.append(DecoratedPattern(pattern.pattern, decorator(pattern.callback), pattern.default_args, pattern.name))
    return out


def decorator_include(decorator, module):
    urlconf = import_module(module)
    return decorate(urlconf.urlpatterns, decorator), None, None
