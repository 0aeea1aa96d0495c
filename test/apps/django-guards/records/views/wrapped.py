"""Views without a guard of their own: the URLs put one around them, or do not."""

from django.http import HttpResponse
from django.views import View
from django.views.generic import TemplateView


def function(request):
    return HttpResponse("ok")


class Number(View):
    def get(self, request, number):
        return HttpResponse("ok")

    def put(self, request, number):
        return HttpResponse("ok")


class Page(TemplateView):
    template_name = "page.html"
