"""Decorators that reach class views through `method_decorator`."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView


@method_decorator(login_required, name="dispatch")
class OnClass(View):
    def get(self, request):
        return HttpResponse("ok")

    def delete(self, request):
        return HttpResponse("ok")


class OnDispatch(View):
    @method_decorator(login_required)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return HttpResponse("ok")


@method_decorator(login_required, name="post")
class OnePostOnly(View):
    def get(self, request):
        return HttpResponse("ok")

    def post(self, request):
        return HttpResponse("ok")


class OnMethod(View):
    def get(self, request):
        return HttpResponse("ok")

    @method_decorator(permission_required("records.delete_record", raise_exception=True))
    def delete(self, request):
        return HttpResponse("ok")


@method_decorator([never_cache, login_required], name="dispatch")
class ListOfDecorators(TemplateView):
    template_name = "page.html"


class Below(OnClass):
    """The guard is inherited with `dispatch`."""

    def put(self, request):
        return HttpResponse("ok")


class Around(OnDispatch):
    """Overrides `dispatch` and never calls the guarded one."""

    def dispatch(self, request, *args, **kwargs):
        return View.dispatch(self, request, *args, **kwargs)


class Through(OnDispatch):
    def dispatch(self, request, *args, **kwargs):
        self.started = True
        return super().dispatch(request, *args, **kwargs)


@method_decorator(login_required, name="get")
class Overridden(View):
    def get(self, request):
        return HttpResponse("ok")


class OverridesGet(Overridden):
    """The guarded `get` is replaced by an open one."""

    def get(self, request):
        return HttpResponse("ok")


@method_decorator(never_cache, name="dispatch")
class NoGuard(View):
    def get(self, request):
        return HttpResponse("ok")
