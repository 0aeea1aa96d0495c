from ninja.security import HttpBearer
from ninja_extra.permissions import BasePermission
from yard.accounts import account_of


class ForemanToken(HttpBearer):
    def authenticate(self, request, token):
        return account_of(token)


class HasToken(BasePermission):
    message = "foremen alone"

    def has_permission(self, request, controller):
        return account_of(request.headers.get("Authorization", "").removeprefix("Bearer ")) is not None


class IsNamed(BasePermission):
    """A name is not a credential."""

    def has_permission(self, request, controller):
        return request.GET.get("name", "guest") != ""


class HasRole(BasePermission):
    def __init__(self, role):
        self.role = role

    def has_permission(self, request, controller):
        return request.user.is_authenticated and self.role == "foreman"


class OwnsBooking(BasePermission):
    """Says nothing before there is an object."""

    def has_permission(self, request, controller):
        return True

    def has_object_permission(self, request, controller, obj):
        return request.user.is_authenticated
