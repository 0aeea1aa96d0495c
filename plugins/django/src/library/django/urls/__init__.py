"""`path`, `re_path` and `include`; what they make is read when the URL configuration is whole."""

from django.urls.conf import include, path, re_path
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern, URLPattern, URLResolver


def register_converter(converter, type_name):
    return None
