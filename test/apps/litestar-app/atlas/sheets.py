"""Handlers with guards at every layer."""

from typing import Any, Dict, Optional
from uuid import UUID

from litestar import Controller, Request, Router, delete, get, head, patch, post, put, route
from litestar.di import Provide
from litestar.exceptions import NotAuthorizedException

from .callers import keeper_of
from .guards import RoleGuard, answers_no, closes_at_night, missing_sheet, notes_the_caller, requires_chief, requires_keeper, role_guard, role_of_the_route, wrong_form


async def keeper(request: Request) -> Dict[str, Any]:
    found = keeper_of(request)
    if found is None:
        raise NotAuthorizedException()
    return found


def maybe_keeper(request: Request) -> Optional[Dict[str, Any]]:
    return keeper_of(request)


async def chief(keeper: Dict[str, Any]) -> Dict[str, Any]:
    """Asks for another dependency by name."""
    return keeper


class SheetController(Controller):
    path = "/sheets"
    tags = ["sheets"]
    dependencies = {"keeper": Provide(keeper), "visitor": Provide(maybe_keeper, sync_to_thread=False)}

    @get()
    async def list_sheets(self) -> Dict[str, Any]:
        """The list is for everybody."""
        return {}

    @get(["/{sheet_id:uuid}", "/by-id/{sheet_id:uuid}"])
    async def one_sheet(self, sheet_id: UUID) -> Dict[str, Any]:
        return {}

    @post(guards=[requires_keeper])
    async def add_sheet(self) -> Dict[str, Any]:
        return {}

    @put("/{sheet_id:int}", guards=[answers_no])
    async def replace_sheet(self, sheet_id: int) -> Dict[str, Any]:
        return {}

    @patch("/{sheet_id:int}", guards=[notes_the_caller, wrong_form])
    async def mend_sheet(self, sheet_id: int) -> Dict[str, Any]:
        return {}

    @delete("/{sheet_id:int}", guards=[notes_the_caller, requires_chief])
    async def drop_sheet(self, sheet_id: int) -> None:
        return None

    @get("/mine")
    async def mine(self, keeper: Dict[str, Any]) -> Dict[str, Any]:
        return keeper

    @get("/shown")
    async def shown(self, visitor: Optional[Dict[str, Any]]) -> Dict[str, Any]:
        """Asks who it is, and shows everybody."""
        return visitor or {}

    @get("/chosen")
    async def chosen(self, visitor: Optional[Dict[str, Any]]) -> Dict[str, Any]:
        if not visitor:
            raise NotAuthorizedException()
        return visitor

    @get("/chief", dependencies={"chief": Provide(chief)})
    async def chief_only(self, chief: Dict[str, Any]) -> Dict[str, Any]:
        return chief

    @get("/aside")
    async def aside(self) -> Dict[str, Any]:
        """The controller offers a dependency that this handler does not ask for."""
        return {}

    @head("/exists")
    async def exists(self) -> None:
        return None


class KeptController(Controller):
    guards = [requires_keeper]

    @get("/", opt={"role": "chief"})
    async def index(self) -> Dict[str, Any]:
        return {}

    @get("/{name:str}/pages/{page:int}")
    async def page(self, name: str, page: int) -> Dict[str, Any]:
        return {}


class PlanController(KeptController):
    """Inherits handlers and guards."""

    path = "/plans"

    @get("/open")
    async def opened(self) -> Dict[str, Any]:
        return {}


class OpenPlanController(KeptController):
    """Overrides the guards, and one of the handlers."""

    path = "/open-plans"
    guards = []

    @get("/", guards=[role_guard("chief")])
    async def index(self) -> Dict[str, Any]:
        return {}


class RoleController(Controller):
    path = "/roles"
    guards = [role_of_the_route]

    @get("/none")
    async def none(self) -> Dict[str, Any]:
        return {}

    @get("/named", opt={"role": "chief"})
    async def named(self) -> Dict[str, Any]:
        return {}

    @get("/keyword", role="chief")
    async def keyword(self) -> Dict[str, Any]:
        return {}


@get(["/atlas", "/atlas/index"], guards=[RoleGuard("chief")])
async def whole_atlas() -> Dict[str, Any]:
    return {}


@route("/copies", http_method=["GET", "POST", "DELETE"], status_code=200, guards=[closes_at_night])
async def copies() -> Dict[str, Any]:
    return {}


@get("/inline")
async def inline(request: Request) -> Dict[str, Any]:
    if not keeper_of(request):
        raise NotAuthorizedException()
    return {}


@get("/missing", guards=[missing_sheet])
async def missing() -> Dict[str, Any]:
    return {}


@get("/files/{file_path:path}")
async def files(file_path: str) -> Dict[str, Any]:
    return {}


kept = Router(path="/kept", route_handlers=[SheetController, Router("/inner", route_handlers=[whole_atlas])], guards=[requires_keeper])
chief_copies = Router(path="/chief/", route_handlers=[copies, missing], guards=[requires_chief], opt={"role": "chief"})
