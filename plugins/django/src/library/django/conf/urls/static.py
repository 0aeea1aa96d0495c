from django.conf import settings
from django.urls import re_path
from django.views.static import serve


def static(prefix, view=serve, **kwargs):
    """Files are served by Django itself only while `DEBUG` is on."""
    if not settings.DEBUG:
        return []
    return [re_path(r"^" + str(prefix).lstrip("/") + r"(?P<path>.*)$", view, kwargs=kwargs)]
