from django.http import HttpResponse
from django.urls import reverse_lazy
from django.views import View
from django.views.generic import CreateView, DeleteView, DetailView, FormView, ListView, RedirectView, UpdateView, YearArchiveView

from .models import Item


class ItemList(ListView):
    model = Item
    paginate_by = 20


class ItemDetail(DetailView):
    queryset = Item.objects.all()


class ItemCreate(CreateView):
    model = Item
    fields = ["name"]


class ItemUpdate(UpdateView):
    model = Item
    fields = ["name"]


class ItemDelete(DeleteView):
    model = Item
    success_url = reverse_lazy("catalogue:list")


class SearchForm(FormView):
    template_name = "page.html"


class ItemYear(YearArchiveView):
    model = Item
    date_field = "made"


class Everything(View):
    def get(self, request, *args, **kwargs):
        return HttpResponse("ok")

    def post(self, request, *args, **kwargs):
        return HttpResponse("ok")

    def put(self, request, *args, **kwargs):
        return HttpResponse("ok")

    def patch(self, request, *args, **kwargs):
        return HttpResponse("ok")

    def delete(self, request, *args, **kwargs):
        return HttpResponse("ok")


class Limited(Everything):
    http_method_names = ["get", "post", "options"]


class Writing:
    def post(self, request):
        return HttpResponse("ok")


class Inherited(Writing, View):
    def delete(self, request):
        return HttpResponse("ok")


class OwnHead(View):
    def head(self, request):
        return HttpResponse()


class OwnOptions(View):
    def options(self, request, *args, **kwargs):
        return HttpResponse("ok")


def answer(self, request):
    return HttpResponse("ok")


class Assigned(View):
    get = answer
    put = answer


class Go(RedirectView):
    pattern_name = "home"
