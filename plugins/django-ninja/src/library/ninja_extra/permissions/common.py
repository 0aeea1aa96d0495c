"""`request.user` or, where there is none, what the interface's guard yielded. Without a session's user that is Django's stranger."""

from ninja_extra.permissions.base import SAFE_METHODS, BasePermission


class AllowAny(BasePermission):
    def has_permission(self, request, controller):
        return True


class IsAuthenticated(BasePermission):
    def has_permission(self, request, controller):
        return request.user.is_authenticated


class IsAdminUser(BasePermission):
    def has_permission(self, request, controller):
        return request.user.is_staff


class IsAuthenticatedOrReadOnly(BasePermission):
    def has_permission(self, request, controller):
        return request.method in SAFE_METHODS or request.user.is_authenticated
