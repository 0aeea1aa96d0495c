from django.urls import path

from .views import first

urlpatterns = []


def route(address):
    """Registers a view where it is defined."""

    def decorate(view):
        urlpatterns.append(path(address, view))
        return view

    return decorate


@route("daily/")
def daily(request):
    return first(request)


@route("weekly/<int:week>/")
def weekly(request, week):
    return first(request)
