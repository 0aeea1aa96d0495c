"""Function views under decorators."""

from functools import wraps

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import login_required, permission_required, user_passes_test
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe


@login_required
def plain(request):
    return HttpResponse("ok")


@login_required()
def called(request):
    return HttpResponse("ok")


@login_required(login_url="/accounts/login/", redirect_field_name=None)
def with_arguments(request, number):
    return JsonResponse({"number": number})


@permission_required("records.view_record")
def permission(request):
    return HttpResponse("ok")


@permission_required(["records.view_record", "records.change_record"], raise_exception=True)
def permission_or_403(request):
    return HttpResponse("ok")


@user_passes_test(lambda user: user.is_authenticated and user.is_staff)
def test_passed(request):
    return HttpResponse("ok")


@user_passes_test(lambda user: True)
def test_always_passes(request):
    return HttpResponse("ok")


def is_named(user):
    return not user.is_anonymous


@user_passes_test(is_named, login_url="/accounts/login/")
def test_by_name(request):
    return HttpResponse("ok")


@staff_member_required
def staff(request):
    return HttpResponse("ok")


@staff_member_required(login_url="/accounts/login/")
def staff_with_arguments(request):
    return HttpResponse("ok")


superuser_required = user_passes_test(lambda user: user.is_superuser)


@superuser_required
def superuser(request):
    return HttpResponse("ok")


@require_POST
@login_required
def post_after_login(request):
    return HttpResponse("ok")


@login_required
@require_http_methods(["GET", "DELETE"])
def two_methods(request, number):
    return HttpResponse("ok")


@require_GET
def only_get(request):
    return HttpResponse("ok")


@require_safe
def only_safe(request):
    return HttpResponse("ok")


@csrf_exempt
@never_cache
def exempt(request):
    return HttpResponse("ok")


def members_only(view):
    @wraps(view)
    def inner(request, *args, **kwargs):
        if not request.user.is_authenticated:
            raise PermissionDenied("members only")
        return view(request, *args, **kwargs)

    return inner


def members(role=None):
    def decorate(view):
        def inner(request, *args, **kwargs):
            user = request.user
            if user.is_anonymous:
                return HttpResponse(status=401)
            if role and not user.has_perm(role):
                return HttpResponse(status=403)
            return view(request, *args, **kwargs)

        return wraps(view)(inner)

    return decorate


@members_only
def own_decorator(request):
    return HttpResponse("ok")


@members("records.view_record")
def own_decorator_with_arguments(request):
    return HttpResponse("ok")


class SignedIn:
    """A decorator that is a class, and an object in the place of the view."""

    def __init__(self, view):
        self.view = view
        self.__wrapped__ = view

    def __call__(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            return self.view(request, *args, **kwargs)
        return HttpResponse("Sign in.", status=403)


@SignedIn
def own_decorator_class(request):
    return HttpResponse("ok")


def announce(view):
    """Looks at the user, and calls the view in any case."""

    @wraps(view)
    def login_required_inner(request, *args, **kwargs):
        request.is_member = request.user.is_authenticated
        return view(request, *args, **kwargs)

    return login_required_inner


@announce
def announced(request):
    return HttpResponse("ok")


def _not_decorated(request):
    return HttpResponse("ok")


# The name that the URLs use is bound to the view without its guard.
guarded_elsewhere = login_required(_not_decorated)


def only_some_methods(request):
    """A write needs a caller, a read does not."""
    if request.method == "POST" and not request.user.is_authenticated:
        raise PermissionDenied
    return HttpResponse("ok")
