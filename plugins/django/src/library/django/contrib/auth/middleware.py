from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.deprecation import MiddlewareMixin


class AuthenticationMiddleware(MiddlewareMixin):
    """What it puts on the request is known to the request itself."""


class RemoteUserMiddleware(MiddlewareMixin):
    header = "REMOTE_USER"
    force_logout_if_no_header = True


class PersistentRemoteUserMiddleware(RemoteUserMiddleware):
    force_logout_if_no_header = False


class LoginRequiredMiddleware(MiddlewareMixin):
    redirect_field_name = "next"

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        if request.user.is_authenticated:
            return None
        return self.handle_no_permission(request, view_func)

    def get_login_url(self, view_func):
        return settings.LOGIN_URL

    def get_redirect_field_name(self, view_func):
        return self.redirect_field_name

    def handle_no_permission(self, request, view_func):
        return HttpResponseRedirect(self.get_login_url(view_func))
