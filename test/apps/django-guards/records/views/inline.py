"""Checks in the view itself."""

import hmac

from django.conf import settings
from django.contrib.auth import get_user
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseForbidden, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View

from archive.accounts import user_for_token


def authenticated(request):
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    return HttpResponse("ok")


def forbidden(request):
    if request.user.is_anonymous:
        return HttpResponseForbidden()
    return HttpResponse("ok")


def denied(request):
    if not request.user.has_perm("records.view_record"):
        raise PermissionDenied
    return HttpResponse("ok")


def redirected(request):
    if not request.user.is_authenticated:
        return redirect(f"{settings.LOGIN_URL}?next={request.path}")
    return HttpResponse("ok")


def redirected_by_name(request):
    if not request.user.is_authenticated:
        return redirect("login")
    return HttpResponse("ok")


def redirected_reversed(request):
    if not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("login"))
    return HttpResponse("ok")


def json_status(request):
    user = request.user
    if user.is_authenticated and user.is_superuser:
        return JsonResponse({"name": user.username})
    return JsonResponse({"detail": "no"}, status=403)


def current_user(request):
    if get_user(request).is_anonymous:
        raise PermissionDenied()
    return HttpResponse("ok")


def token(request):
    header = request.headers.get("Authorization", "")
    if user_for_token(header.removeprefix("Bearer ")) is None:
        return JsonResponse({"detail": "Who are you?"}, status=401)
    return HttpResponse("ok")


def meta_token(request):
    header = request.META.get("HTTP_AUTHORIZATION")
    if not header or user_for_token(header.split(" ")[-1]) is None:
        return HttpResponse("Who are you?", status=401)
    return HttpResponse("ok")


def key(request):
    if not hmac.compare_digest(request.headers.get("X-Api-Key", ""), settings.MACHINE_KEY):
        raise PermissionDenied
    return HttpResponse("ok")


class InMethod(View):
    def get(self, request):
        if self.request.user.is_authenticated:
            return HttpResponse("ok")
        return HttpResponseForbidden()

    def post(self, request):
        return HttpResponse("ok")


def session_value(request):
    if "_auth_user_id" not in request.session:
        return HttpResponse(status=403)
    return HttpResponse("ok")


def optional(request):
    name = request.user.username if request.user.is_authenticated else "nobody"
    return JsonResponse({"name": name})


def another_redirect(request):
    """Everybody is sent away, to a page that is no sign-in page."""
    if not request.user.is_authenticated:
        return HttpResponse("a page for strangers")
    return redirect("/inline/optional/")
