from django.urls.resolvers import RegexPattern, RoutePattern, URLPattern, URLResolver
from django.urls.natives import is_included
from muster import imported


def include(arg, namespace=None):
    app_name = None
    if isinstance(arg, tuple):
        if len(arg) == 3:
            urlconf, app_name, namespace = arg
        else:
            urlconf, app_name = arg
    else:
        urlconf = arg
    if isinstance(urlconf, str):
        urlconf = imported(urlconf)
    return (urlconf, app_name, namespace or app_name)


def _entry(route, view, kwargs, name, pattern_class):
    if is_included(view):
        urlconf, app_name, namespace = view
        return URLResolver(pattern_class(route, is_endpoint=False), urlconf, kwargs, app_name=app_name, namespace=namespace)
    if isinstance(view, str):
        view = imported(view)
    return URLPattern(pattern_class(route, name=name, is_endpoint=True), view, kwargs, name)


def path(route, view, kwargs=None, name=None):
    return _entry(route, view, kwargs, name, RoutePattern)


def re_path(route, view, kwargs=None, name=None):
    return _entry(route, view, kwargs, name, RegexPattern)
