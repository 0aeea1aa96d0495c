from django.http import JsonResponse
from django.views import View
from django.views.decorators.http import require_http_methods


@require_http_methods(["GET", "POST"])
def orders(request):
    return JsonResponse({})


def prices(request):
    return JsonResponse({})


class Items(View):
    def get(self, request, pk):
        return JsonResponse({"pk": pk})

    def delete(self, request, pk):
        return JsonResponse({}, status=204)


VIEWS = {"orders": orders, "prices": prices}
