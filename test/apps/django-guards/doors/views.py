"""`process_view`: the view says by an attribute whether it is open, and its module where it belongs."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse


class ViewMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not request.path_info.startswith("/middleware/view/"):
            return None
        if getattr(view_func, "is_open", False):
            return None
        if request.user.is_anonymous:
            raise PermissionDenied
        if view_kwargs.get("number") == 13:
            return HttpResponse("There is no thirteenth.")
        return None
