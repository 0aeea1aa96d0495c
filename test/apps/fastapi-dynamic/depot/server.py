import os
from contextlib import asynccontextmanager
from functools import partial

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles  # noqa: F401  # only mounted where there is a build

from . import tools, yard as yard_module
from .access import KEYHOLDERS
from .config import MODE, config
from .modules import goods
from .namespace.inner.bays import router as bays

if MODE == "development":
    from .labs import router as labs
else:
    labs = None


class Depot(FastAPI):
    """An application that includes what every depot has."""

    common = ("/ping", "/version")

    def __init__(self, *routers: APIRouter, prefix: str = "", **kwargs):
        kwargs.setdefault("openapi_url", f"{prefix}/schema.json")
        super().__init__(docs_url=None, redoc_url=None, **kwargs)
        self.prefix = prefix
        for router in routers:
            self.add(router)
        for path in self.common:
            self.add_api_route(prefix + path, self.answer, methods=["GET"], include_in_schema=False)

    def add(self, router: APIRouter, **kwargs) -> None:
        self.include_router(router, prefix=self.prefix, **kwargs)

    async def answer(self):
        return self.title


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.open = True
    yield
    app.state.open = False


application = Depot(*goods.routers, prefix=config.base, title="Depot", lifespan=lifespan)
application.add(yard_module.yard)
application.add(router=bays, dependencies=KEYHOLDERS)

mount = partial(application.include_router, prefix="/people")
for module in tools.modules_below("depot.modules.people"):
    for name, router in tools.routers_in(module):
        if name == "router":
            mount(router)

include = application.include_router
for router in [*yard_module.areas.values(), yard_module.Cranes.router]:
    include(router)

if labs is not None:
    application.include_router(labs, prefix="/labs")

if os.environ.get("DEPOT_LABS") == "1":

    @application.delete("/experiments")
    def clear():
        return {}


match config.version:
    case 3:

        @application.get("/three")
        def three():
            return 3

    case _:

        @application.get("/other")
        def other():
            return 0


try:
    from depot_extras import extras
except ModuleNotFoundError:
    extras = APIRouter()

    @extras.get("/extras")
    def no_extras():
        return []
finally:
    application.include_router(extras)

with open(__file__, encoding="utf-8") as source:

    @application.get("/source")
    def show():
        return len(source.name)


while True:

    @application.get("/once")
    def once():
        return 1

    break

application.get("/called")(lambda: "called")
