"""Sits above the session's user: what it asks for is not there yet."""


class EarlyCheckMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # AuthenticationMiddleware stands below: `user` is never set here.
        if request.path.startswith("/middleware/early/") and getattr(request, "user", None) is not None:
            if not request.user.is_authenticated:
                from django.http import HttpResponseForbidden

                return HttpResponseForbidden()
        return self.get_response(request)
