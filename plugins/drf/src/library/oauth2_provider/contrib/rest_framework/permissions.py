from muster import stranger
from rest_framework.permissions import BasePermission, IsAuthenticated


class TokenHasScope(BasePermission):
    """Refuses whoever brings no token; what the token may do depends on its scopes."""

    def has_permission(self, request, view):
        if not request.auth:
            return False
        return not stranger("oauth2")

    def get_scopes(self, request, view):
        return view.required_scopes


class TokenHasReadWriteScope(TokenHasScope):
    pass


class TokenHasResourceScope(TokenHasScope):
    pass


class TokenMatchesOASRequirements(TokenHasScope):
    pass


class IsAuthenticatedOrTokenHasScope(BasePermission):
    def has_permission(self, request, view):
        return IsAuthenticated().has_permission(request, view) or TokenHasScope().has_permission(request, view)
