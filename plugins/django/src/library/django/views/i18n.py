from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.generic.base import View


def set_language(request):
    return HttpResponseRedirect("/")


class JavaScriptCatalog(View):
    domain = "djangojs"
    packages = None

    def get(self, request, *args, **kwargs):
        return HttpResponse()


class JSONCatalog(JavaScriptCatalog):
    def get(self, request, *args, **kwargs):
        return JsonResponse({})
