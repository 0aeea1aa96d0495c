from functools import wraps

from ninja_extra import ControllerBase, api_controller, http_delete, http_generic, http_get, http_post, route
from ninja_extra.exceptions import NotAuthenticated
from ninja_extra.permissions import AllowAny, IsAdminUser, IsAuthenticated, IsAuthenticatedOrReadOnly

from yard.accounts import account_of
from yard.keys import ForemanToken, HasRole, HasToken, IsNamed, OwnsBooking


def never_runs(function):
    @wraps(function)
    def refusing(*args, **kwargs):
        raise NotAuthenticated()

    return refusing


@api_controller("/bookings", tags=["bookings"], permissions=[IsAuthenticated])
class BookingController(ControllerBase):
    @http_get("/")
    def list_bookings(self):
        return []

    @http_get("/public", permissions=[AllowAny])
    def public(self):
        return []

    @http_get("/empty", permissions=[])
    def empty(self):
        """An empty list is as good as none."""
        return []

    @http_post("/", auth=ForemanToken())
    def create(self):
        return {}

    @http_get("/{int:number}")
    def read(self, number: int):
        return {}

    @http_delete("/{int:number}", permissions=[IsAdminUser])
    def remove(self, number: int):
        return None

    @http_get("/named", permissions=[IsNamed])
    def named(self):
        return {}

    @http_get("/token", permissions=[HasToken])
    def token(self):
        return {}

    @http_get("/either", permissions=[HasToken | IsNamed])
    def either(self):
        return {}

    @http_get("/both", permissions=[HasToken & IsNamed])
    def both(self):
        return {}

    @http_get("/not", permissions=[~IsAuthenticated])
    def strangers_alone(self):
        return {}

    @http_get("/role", permissions=[HasRole("foreman")])
    def role(self):
        return {}

    @http_get("/owned", permissions=[OwnsBooking])
    def owned(self):
        """Nobody asks about an object."""
        return {}

    @http_get("/checked", permissions=[OwnsBooking])
    def checked(self):
        self.check_object_permissions({"id": 1})
        return {}

    @http_get("/inline", permissions=[AllowAny])
    def inline(self):
        if account_of(self.context.request.headers.get("Authorization", "").removeprefix("Bearer ")) is None:
            raise NotAuthenticated()
        return {}

    @never_runs
    @http_get("/above", permissions=[AllowAny])
    def above(self):
        return {}


@api_controller(auto_import=False)
class GateController:
    """A plain class; what the interface asks for holds, unless a route says otherwise."""

    @route.get("/gate")
    def gate(self):
        return {}

    @route.post("/gate", auth=None)
    def ring(self):
        return {}

    @http_generic("/gate/any", methods=["PUT", "PATCH"], auth=None, permissions=[IsAuthenticatedOrReadOnly])
    def any_method(self, request):
        return {}
