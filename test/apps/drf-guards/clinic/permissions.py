"""Permissions of the house: those that guard, and those that only look as if they did."""

from django.conf import settings
from rest_framework import permissions
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated


class IsStaffMember(IsAuthenticated):
    def has_permission(self, request, view):
        return super().has_permission(request, view) and request.user.is_staff


class IsReallySignedIn(BasePermission):
    """The name says so, the code does not."""

    def has_permission(self, request, view):
        return True


class IsAuthenticatedUser(BasePermission):
    """Asks whether there is a user: there always is one, an anonymous one too."""

    def has_permission(self, request, view):
        return bool(request.user)


class IsOwner(BasePermission):
    """Decides about objects alone."""

    def has_object_permission(self, request, view, obj):
        return obj.doctor == request.user


class SignedInOwner(IsAuthenticated):
    def has_object_permission(self, request, view, obj):
        return obj.doctor_id == request.user.pk


class ReadOnly(BasePermission):
    def has_permission(self, request, view):
        return request.method in SAFE_METHODS


class IsSignedInOrReads(BasePermission):
    def has_permission(self, request, view):
        if request.method in permissions.SAFE_METHODS:
            return True
        return request.user and request.user.is_authenticated


class ListsForAll(BasePermission):
    def has_permission(self, request, view):
        if view.action in ("list", "summary"):
            return True
        return request.user.is_authenticated


class RaisesForStrangers(BasePermission):
    def has_permission(self, request, view):
        if request.user.is_anonymous:
            raise NotAuthenticated()
        return True


class RaisesForStaffOnly(BasePermission):
    """Refuses nobody who is not signed in."""

    def has_permission(self, request, view):
        if request.user.is_authenticated and not request.user.is_staff:
            raise PermissionDenied("Ask a doctor.")
        return True


class HasClinicKey(BasePermission):
    def has_permission(self, request, view):
        return request.headers.get("X-Clinic-Key") == settings.CLINIC_KEY


class SaysWard(BasePermission):
    """The caller chooses what is asked for."""

    def has_permission(self, request, view):
        return request.query_params.get("ward") is not None or not request.query_params.get("quiet")


class InGroup(BasePermission):
    group = "doctors"

    def has_permission(self, request, view):
        return bool(request.user and request.user.is_authenticated and (request.user.is_superuser or request.user.groups.filter(name=self.group).exists()))


class InNursing(InGroup):
    group = "nurses"


def require(flag):
    """Makes a permission class."""

    class Required(BasePermission):
        def has_permission(self, request, view):
            return bool(request.user.is_authenticated and getattr(request.user, flag))

    return Required


class ForMethods(BasePermission):
    """Looks up what the view says about the method; what it does not name is open."""

    def has_permission(self, request, view):
        needed = getattr(view, "needs", {}).get(request.method)
        if needed is None:
            return True
        return request.user.is_authenticated and request.user.has_perm(needed)
