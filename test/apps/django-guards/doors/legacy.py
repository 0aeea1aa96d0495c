"""The older form: hooks by name, over the mixin that calls them."""

from django.http import HttpResponse, HttpResponseForbidden
from django.utils.deprecation import MiddlewareMixin


class LegacyMiddleware(MiddlewareMixin):
    def process_request(self, request):
        if request.path.startswith("/middleware/legacy/") and not request.user.is_authenticated:
            return HttpResponse("Sign in first.", status=401)

    def process_response(self, request, response):
        response["X-Archive"] = "records"
        return response
