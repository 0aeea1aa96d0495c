"""Guards inside of handlers and around them."""

from functools import wraps

from django.contrib.auth.decorators import login_required, user_passes_test
from django.http import JsonResponse
from harbour.accounts import account_of
from ninja import Router
from ninja.decorators import decorate_view
from ninja.errors import HttpError

router = Router()


def token_of(request):
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


def signed_in(function):
    @wraps(function)
    def checked(request, *args, **kwargs):
        request.pilot = account_of(token_of(request))
        if not request.pilot:
            raise HttpError(403, "pilots alone")
        return function(request, *args, **kwargs)

    return checked


def noted(function):
    @wraps(function)
    def noting(request, **kwargs):
        request.pilot = account_of(token_of(request))
        return function(request, **kwargs)

    return noting


@router.get("/decorated")
@signed_in
def decorated(request):
    return {}


@router.get("/noted")
@noted
def noted_only(request):
    return {}


@signed_in
@router.get("/above")
def above(request):
    """What stands above the registration never runs."""
    return {}


@router.get("/inline/raised")
def inline_raised(request):
    if account_of(token_of(request)) is None:
        raise HttpError(401, "who are you")
    return {}


@router.get("/inline/returned", response={200: dict, 401: dict})
def inline_returned(request):
    if not account_of(token_of(request)):
        return 401, {"detail": "who are you"}
    return 200, {}


@router.get("/inline/response")
def inline_response(request):
    if not request.user.is_authenticated:
        return JsonResponse({}, status=403)
    return {}


@router.get("/inline/kind")
def inline_kind(request):
    return {"known": account_of(token_of(request)) is not None}


@router.get("/view")
@decorate_view(login_required)
def view(request):
    return {}


@router.get("/staff")
@decorate_view(user_passes_test(lambda user: user.is_staff))
def staff(request):
    return {}


@router.get("/anybody")
@decorate_view(user_passes_test(lambda user: True))
def anybody(request):
    return {}
