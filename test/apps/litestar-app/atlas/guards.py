"""Guards that guard, and some that only look like it."""

from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

from .callers import keeper_of


class OutOfHours(Exception):
    """Answered by the application itself."""


def requires_keeper(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    if keeper_of(connection) is None:
        raise NotAuthorizedException()


async def requires_chief(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    keeper = keeper_of(connection)
    if keeper is None or keeper["role"] != "chief":
        raise PermissionDeniedException("only the chief")


def answers_no(connection: ASGIConnection, _: BaseRouteHandler) -> bool:
    """What a guard returns is not looked at."""
    return keeper_of(connection) is not None


def notes_the_caller(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    """Swallows its own refusal."""
    try:
        requires_keeper(connection, _)
    except NotAuthorizedException:
        pass


def role_of_the_route(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Asks for the role that the route names; a route that names none is open."""
    role = handler.opt.get("role")
    if role is None:
        return
    keeper = keeper_of(connection)
    if keeper is None or keeper["role"] != role:
        raise PermissionDeniedException()


def wrong_form(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    """Refuses by what is asked, not by who asks."""
    if connection.query_params.get("sheet") == "torn":
        raise PermissionDeniedException("that sheet is torn")


def closes_at_night(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    if keeper_of(connection) is None:
        raise OutOfHours()


def missing_sheet(connection: ASGIConnection, _: BaseRouteHandler) -> None:
    if keeper_of(connection) is None:
        raise HTTPException(status_code=401, detail="no such sheet for you")


class RoleGuard:
    def __init__(self, role: str) -> None:
        self.role = role

    def __call__(self, connection: ASGIConnection, _: BaseRouteHandler) -> None:
        keeper = keeper_of(connection)
        if keeper is None or keeper["role"] != self.role:
            raise PermissionDeniedException()


def role_guard(role: str):
    def guard(connection: ASGIConnection, _: BaseRouteHandler) -> None:
        keeper = keeper_of(connection)
        if keeper is None or keeper["role"] != role:
            raise PermissionDeniedException()

    return guard
