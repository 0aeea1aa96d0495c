"""The application: made of hooks and plugins as much as of what it is given."""

import os
from typing import Any, Dict, List

from litestar import Litestar, Request, get
from litestar.config.app import AppConfig
from litestar.di import Provide
from litestar.plugins import InitPluginProtocol
from litestar.response import Response

from . import doors, lines, sheets
from .guards import OutOfHours, requires_chief, requires_keeper

VERSION = 1


@get("/plugged", guards=[requires_keeper])
async def plugged() -> Dict[str, Any]:
    return {}


@get("/plugged/open")
async def plugged_open() -> Dict[str, Any]:
    return {}


@get(f"/v{VERSION}/hooked")
async def hooked() -> Dict[str, Any]:
    return {}


@get("/later", guards=[requires_chief])
async def later() -> Dict[str, Any]:
    return {}


@get("/draft")
async def draft() -> Dict[str, Any]:
    return {}


class SecondPlugin(InitPluginProtocol):
    """Brought by another plugin."""

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.route_handlers.append(plugged_open)
        return app_config


class MapRoom(InitPluginProtocol):
    def __init__(self, handlers: List[Any]) -> None:
        self.handlers = handlers

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.route_handlers.extend(self.handlers)
        app_config.plugins.append(SecondPlugin())
        app_config.dependencies["house"] = Provide(house_of)
        return self._with_errors(app_config)

    def _with_errors(self, app_config: AppConfig) -> AppConfig:
        app_config.exception_handlers.update({OutOfHours: out_of_hours})
        return app_config


def add_hook(app_config: AppConfig) -> AppConfig:
    app_config.route_handlers.append(hooked)
    return app_config


def out_of_hours(request: Request, error: OutOfHours) -> Response:
    return Response({"detail": "come back tomorrow"}, status_code=403)


async def house_of() -> str:
    return "atlas"


def create_app() -> Litestar:
    handlers = [sheets.SheetController, sheets.PlanController, sheets.OpenPlanController, sheets.RoleController]
    app = Litestar(
        route_handlers=[
            *handlers,
            sheets.kept,
            sheets.chief_copies,
            sheets.inline,
            sheets.files,
            doors.doors,
            lines.open_line,
            lines.kept_line,
            lines.checked_line,
            lines.echo,
            lines.KeptListener,
            lines.LineController,
            lines.bare,
            lines.bare_kept,
            lines.house,
        ],
        plugins=[MapRoom([plugged])],
        on_app_init=[add_hook],
        openapi_config=None,
    )
    app.register(later)
    if os.environ.get("DRAFTS"):
        app.register(draft)
    return app
