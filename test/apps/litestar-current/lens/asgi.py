"""The application, with its document and its files."""

from typing import Any

from litestar import Controller, Litestar, Request, get, head, post
from litestar.exceptions import PermissionDeniedException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import RedocRenderPlugin, ScalarRenderPlugin, SwaggerRenderPlugin
from litestar.static_files import create_static_files_router

from .access import DomeMiddleware, tokens


def only_observers(connection: Any, _: Any) -> None:
    if connection.user["name"] != "observer":
        raise PermissionDeniedException()


class PlateController(Controller):
    path = "/plates"

    @get()
    async def plates(self, request: Request) -> dict[str, Any]:
        return {"for": request.user["name"]}

    @get("/{plate:int}", guards=[only_observers])
    async def plate(self, plate: int) -> dict[str, Any]:
        return {}

    @head("/count")
    async def count(self) -> None:
        return None

    @post("/tips", exclude_from_auth=True)
    async def tip(self) -> dict[str, Any]:
        return {}


class DomeController(Controller):
    path = "/dome"
    middleware = [DomeMiddleware("open sesame")]

    @get("/inside")
    async def inside(self) -> dict[str, Any]:
        return {}

    @get("/steps")
    async def steps(self) -> dict[str, Any]:
        return {}

    @get("/garden", outside=True)
    async def garden(self) -> dict[str, Any]:
        return {}


@get("/sky/{region:str}")
async def sky(region: str) -> dict[str, Any]:
    return {}


app = Litestar(
    path="/",
    route_handlers=[
        PlateController,
        DomeController,
        sky,
        create_static_files_router(path="/files", directories=["."], html_mode=True),
        create_static_files_router(path="/kept-files", directories=["."]),
    ],
    on_app_init=[tokens.on_app_init],
    openapi_config=OpenAPIConfig(title="Lens", version="1", path="/schema", render_plugins=[SwaggerRenderPlugin(path="/try"), ScalarRenderPlugin(), RedocRenderPlugin()]),
)
