from ninja_extra.permissions.base import AND, NOT, OR, SAFE_METHODS, AsyncBasePermission, BasePermission
from ninja_extra.permissions.common import AllowAny, IsAdminUser, IsAuthenticated, IsAuthenticatedOrReadOnly
