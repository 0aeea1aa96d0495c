from django.urls.resolvers import RegexPattern, RoutePattern, URLPattern, URLResolver
from django.urls.natives import is_included, is_pair, is_text
from muster import imported


def include(arg, namespace=None):
    app_name = None
    if is_pair(arg):
        urlconf, app_name = arg[:2]
    else:
        urlconf = arg
    if is_text(urlconf):
        urlconf = imported(urlconf)
    return (urlconf, app_name, namespace or app_name)


def _entry(route, view, kwargs, name, pattern_class):
    if is_included(view):
        urlconf, app_name, namespace = view
        return URLResolver(pattern_class(route, is_endpoint=False), urlconf, kwargs, app_name=app_name, namespace=namespace)
    if is_text(view):
        view = imported(view)
    return URLPattern(pattern_class(route, name=name, is_endpoint=True), view, kwargs, name)


def path(route, view, kwargs=None, name=None):
    return _entry(route, view, kwargs, name, RoutePattern)


def re_path(route, view, kwargs=None, name=None):
    return _entry(route, view, kwargs, name, RegexPattern)
