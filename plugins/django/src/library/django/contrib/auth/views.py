from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView


class RedirectURLMixin:
    next_page = None
    redirect_field_name = "next"
    success_url_allowed_hosts = set()

    def get_success_url(self):
        return self.get_redirect_url() or self.get_default_redirect_url()

    def get_redirect_url(self):
        return None

    def get_default_redirect_url(self):
        return self.next_page


@method_decorator(login_not_required, name="dispatch")
class LoginView(RedirectURLMixin, FormView):
    form_class = None
    authentication_form = None
    template_name = "registration/login.html"
    redirect_authenticated_user = False
    extra_context = None


class LogoutView(RedirectURLMixin, TemplateView):
    """Newer versions ask for POST; the link of older ones is gone."""

    http_method_names = ["post", "options"]
    template_name = "registration/logged_out.html"

    def post(self, request, *args, **kwargs):
        return HttpResponseRedirect(self.get_success_url() or settings.LOGIN_URL)


def logout_then_login(request, login_url=None):
    return HttpResponseRedirect(login_url or settings.LOGIN_URL)


def redirect_to_login(next, login_url=None, redirect_field_name="next"):
    return HttpResponseRedirect(login_url or settings.LOGIN_URL)


class PasswordContextMixin:
    extra_context = None
    title = None


@method_decorator(login_not_required, name="dispatch")
class PasswordResetView(PasswordContextMixin, FormView):
    template_name = "registration/password_reset_form.html"


@method_decorator(login_not_required, name="dispatch")
class PasswordResetDoneView(PasswordContextMixin, TemplateView):
    template_name = "registration/password_reset_done.html"


@method_decorator(login_not_required, name="dispatch")
class PasswordResetConfirmView(PasswordContextMixin, FormView):
    template_name = "registration/password_reset_confirm.html"


@method_decorator(login_not_required, name="dispatch")
class PasswordResetCompleteView(PasswordContextMixin, TemplateView):
    template_name = "registration/password_reset_complete.html"


class PasswordChangeView(PasswordContextMixin, FormView):
    template_name = "registration/password_change_form.html"

    @method_decorator(login_required)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)


class PasswordChangeDoneView(PasswordContextMixin, TemplateView):
    template_name = "registration/password_change_done.html"

    @method_decorator(login_required)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
