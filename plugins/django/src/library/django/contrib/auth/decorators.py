from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from muster import denial

REDIRECT_FIELD_NAME = "next"


def user_passes_test(test_func, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    def decorator(view_func):
        @wraps(view_func)
        def wrapper(request, *args, **kwargs):
            if test_func(request.user):
                return view_func(request, *args, **kwargs)
            return denial(HttpResponseRedirect(login_url or settings.LOGIN_URL))

        wrapper.login_url = login_url
        wrapper.redirect_field_name = redirect_field_name
        return wrapper

    return decorator


def login_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, login_url=None):
    decorator = user_passes_test(lambda user: user.is_authenticated, login_url=login_url, redirect_field_name=redirect_field_name)
    if function:
        return decorator(function)
    return decorator


def login_not_required(view_func):
    view_func.login_required = False
    return view_func


def permission_required(perm, login_url=None, raise_exception=False):
    if callable(perm):

        def check(user):
            return perm(user)

    else:
        perms = (perm,) if isinstance(perm, str) else perm

        def check(user):
            allowed = user.has_perms(perms)
            if raise_exception and not allowed:
                raise PermissionDenied
            return allowed

    return user_passes_test(check, login_url=login_url)
