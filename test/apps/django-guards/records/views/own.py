"""In-house layers: a base class, a registry, a factory of views."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.views import View
from django.views.generic.base import ContextMixin, TemplateResponseMixin


class BaseApi(View):
    """Runs `authenticate` before every handler, unless the class says that it is open."""

    open = False

    def authenticate(self, request):
        return request.user if request.user.is_authenticated else None

    def dispatch(self, request, *args, **kwargs):
        if not self.open:
            self.user = self.authenticate(request)
            if self.user is None:
                return JsonResponse({"detail": "Sign in."}, status=401)
        return super().dispatch(request, *args, **kwargs)


class Closed(BaseApi):
    def get(self, request):
        return JsonResponse({})


class Open(BaseApi):
    open = True

    def get(self, request):
        return JsonResponse({})


class OpenByArgument(BaseApi):
    """`as_view(open=True)` sets the attribute for one route."""

    def get(self, request):
        return JsonResponse({})


class Lenient(BaseApi):
    def authenticate(self, request):
        return super().authenticate(request) or "nobody"

    def get(self, request):
        return JsonResponse({})


class PerMethod(View):
    protected_methods = {"POST", "DELETE"}

    def dispatch(self, request, *args, **kwargs):
        if request.method in self.protected_methods and not request.user.is_authenticated:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return HttpResponse("ok")

    def post(self, request):
        return HttpResponse("ok")

    def delete(self, request):
        return HttpResponse("ok")


class Page(TemplateResponseMixin, ContextMixin, View):
    template_name = "page.html"
    members_only = True

    def get(self, request, *args, **kwargs):
        if self.members_only and not request.user.is_authenticated:
            raise PermissionDenied
        return self.render_to_response(self.get_context_data())


REGISTRY = {}


def register(name, public=False):
    def decorate(view):
        REGISTRY[name] = view if public else guard(view)
        return view

    return decorate


def guard(view):
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return HttpResponse(status=401)
        return view(request, *args, **kwargs)

    guarded.__wrapped__ = view
    return guarded


@register("first")
def first(request):
    return HttpResponse("ok")


@register("second", public=True)
def second(request):
    return HttpResponse("ok")
