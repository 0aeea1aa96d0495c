"""A class: everything below one prefix needs a signed-in caller, apart from what is on the list."""

from django.conf import settings
from django.shortcuts import redirect

OPEN_PATHS = ["/middleware/office/welcome/", "/middleware/office/health/"]
OPEN_PREFIXES = ("/middleware/office/static/",)


class OfficeMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self.must_sign_in(request):
            return redirect(settings.LOGIN_URL)
        return self.get_response(request)

    def must_sign_in(self, request):
        if not request.path.startswith("/middleware/office/"):
            return False
        if request.path in OPEN_PATHS or request.path_info.startswith(OPEN_PREFIXES):
            return False
        return not request.user.is_authenticated
