"""Names that promise a guard, and bodies that are none."""

from functools import wraps

from django.http import HttpResponse
from django.views import View


def login_required(view):
    """Not Django's: it only writes down that the view wants a login."""
    view.login_required = True
    return view


@login_required
def marked(request):
    return HttpResponse("ok")


def permission_required(permission):
    def decorate(view):
        @wraps(view)
        def inner(request, *args, **kwargs):
            if not request.user.has_perm(permission):
                request.missing = permission
            return view(request, *args, **kwargs)

        return inner

    return decorate


@permission_required("records.view_record")
def checked_and_forgotten(request):
    return HttpResponse("ok")


class LoginRequiredMixin:
    login_url = "/accounts/login/"


class ByName(LoginRequiredMixin, View):
    def get(self, request):
        return HttpResponse("ok")


def caught(request):
    try:
        require_user(request)
    except PermissionError:
        pass
    return HttpResponse("ok")


def require_user(request):
    if not request.user.is_authenticated:
        raise PermissionError


def inverted(request):
    if request.user.is_authenticated:
        return HttpResponse("You are in already.", status=403)
    return HttpResponse("Welcome, stranger.")


def unawaited_check(request):
    check = lambda: request.user.is_authenticated  # noqa: E731
    if not check:
        return HttpResponse(status=401)
    return HttpResponse("ok")


def any_header(request):
    if "Authorization" not in request.headers:
        return HttpResponse(status=401)
    return HttpResponse("ok")


def user_object(request):
    """The user of a stranger is an object too, and no object is false by itself."""
    if request.user:
        return HttpResponse("ok")
    return HttpResponse(status=401)
