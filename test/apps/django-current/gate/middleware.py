from django.contrib.auth.middleware import LoginRequiredMiddleware


class GateMiddleware(LoginRequiredMiddleware):
    """Lets one more part of the site through."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.path.startswith("/open/"):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
