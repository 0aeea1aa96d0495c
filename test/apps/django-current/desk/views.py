from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View


def closed(request):
    return HttpResponse("ok")


@login_not_required
def public(request):
    return HttpResponse("ok")


@method_decorator(login_not_required, name="dispatch")
class PublicClass(View):
    def get(self, request):
        return HttpResponse("ok")


class PublicMethod(View):
    """The mark has to be on `dispatch`: on a method nobody looks for it."""

    @method_decorator(login_not_required)
    def get(self, request):
        return HttpResponse("ok")


class Inherits(PublicClass):
    def post(self, request):
        return HttpResponse("ok")


@login_required
@login_not_required
def undecorated(request):
    """The outer decorator checks, and passes the mark on."""
    return HttpResponse("ok")


def numbered(request, number):
    return HttpResponse("ok")
