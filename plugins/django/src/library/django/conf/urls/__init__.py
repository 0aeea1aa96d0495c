"""The names under which older projects know them; `url` takes regular expressions."""

from django.urls import include
from django.urls import re_path as url

handler400 = "django.views.defaults.bad_request"
handler403 = "django.views.defaults.permission_denied"
handler404 = "django.views.defaults.page_not_found"
handler500 = "django.views.defaults.server_error"


def patterns(prefix, *args):
    return list(args)
