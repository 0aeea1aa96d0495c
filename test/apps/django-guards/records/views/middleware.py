"""Views that leave their guard to the middleware."""

from django.http import HttpResponse


def view(request, **kwargs):
    return HttpResponse("ok")


def open_view(request, **kwargs):
    return HttpResponse("ok")


open_view.is_open = True
