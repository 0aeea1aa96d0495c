"""Middleware at layers, hooks before a request, and what they leave alone."""

from typing import Any, Dict, Optional

from litestar import Controller, Request, Router, get, head, post
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import DefineMiddleware
from litestar.response import Response

from .callers import DeskMiddleware, KeeperMiddleware, StampMiddleware, VisitorMiddleware, keeper_of, token_gate


async def turns_away(request: Request) -> Optional[Response]:
    """Answers instead of the handler."""
    if keeper_of(request) is None:
        return Response({"detail": "turned away"}, status_code=401)
    return None


async def looks_on(request: Request) -> None:
    request.state.seen = True


class GateController(Controller):
    path = "/gates"
    middleware = [DefineMiddleware(KeeperMiddleware, exclude=["^/gates/open$", "/gates/free"])]

    @get("/shut")
    async def shut(self) -> Dict[str, Any]:
        return {}

    @get("/open")
    async def opened(self) -> Dict[str, Any]:
        return {}

    @get("/open/inner")
    async def inner(self) -> Dict[str, Any]:
        return {}

    @get("/free/{number:int}")
    async def free(self, number: int) -> Dict[str, Any]:
        return {}

    @post("/left", exclude_from_auth=True)
    async def left(self) -> Dict[str, Any]:
        return {}

    @get("/who")
    async def who(self, request: Request) -> Dict[str, Any]:
        return {"name": request.user["name"]}


class HeadController(Controller):
    path = "/heads"
    middleware = [DefineMiddleware(KeeperMiddleware, exclude_http_methods=["OPTIONS", "HEAD"])]

    @get("/both")
    async def both(self) -> Dict[str, Any]:
        return {}

    @head("/only")
    async def only(self) -> None:
        return None


class VisitorController(Controller):
    path = "/visitors"
    middleware = [VisitorMiddleware]

    @get("/")
    async def everybody(self) -> Dict[str, Any]:
        return {}

    @get("/known")
    async def known(self, request: Request) -> Dict[str, Any]:
        if request.user is None:
            raise NotAuthorizedException()
        return {}


class DeskController(Controller):
    path = "/desk"
    middleware = [DeskMiddleware]

    @get("/plans")
    async def plans(self) -> Dict[str, Any]:
        return {}

    @get("/notices")
    async def notices(self) -> Dict[str, Any]:
        return {}

    @get("/bell", without_desk=True)
    async def bell(self) -> Dict[str, Any]:
        return {}


class HookController(Controller):
    path = "/hooks"
    before_request = turns_away

    @get("/refused")
    async def refused(self) -> Dict[str, Any]:
        return {}

    @get("/nearest", before_request=looks_on)
    async def nearest(self) -> Dict[str, Any]:
        """The hook of the nearest layer replaces that of the others."""
        return {}


@get("/stamped", middleware=[DefineMiddleware(StampMiddleware, ink="red")])
async def stamped() -> Dict[str, Any]:
    return {}


@get("/gated", middleware=[token_gate])
async def gated() -> Dict[str, Any]:
    return {}


@get("/documented", security=[{"BearerToken": []}])
async def documented() -> Dict[str, Any]:
    """A requirement of the document is no guard."""
    return {}


doors = Router(path="/", route_handlers=[GateController, HeadController, VisitorController, DeskController, HookController, stamped, gated, documented])
