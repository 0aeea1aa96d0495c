"""Routes from data."""

from typing import Callable, Dict

from fastapi import APIRouter

from .access import EVERYONE, KEYHOLDERS
from .config import Area, Spec, config

SPECS = (
    Spec("/trucks", ["GET"], open=True),
    Spec("/trucks", ["POST"]),
    Spec("/trucks/{plate}", ["PUT", "DELETE"]),
)


def _handler(action: str) -> Callable:
    def handle():
        return action

    handle.__name__ = f"handle_{action}"
    return handle


yard = APIRouter()

for index, spec in enumerate(SPECS):
    yard.add_api_route(spec.path, _handler(f"yard_{index}"), methods=spec.methods, dependencies=EVERYONE if spec.open else KEYHOLDERS)

for area in config.areas:
    yard.get(area.value, name=area.name)(_handler(area.name.lower()))

SCALES: Dict[str, Dict] = {
    "/scales/read": {"methods": ["GET"]},
    "/scales/reset": {"methods": ["POST"], "dependencies": KEYHOLDERS},
}
for path, options in SCALES.items():
    yard.add_api_route(path, _handler(path.rsplit("/", 1)[-1]), **options)

areas = {area: APIRouter(prefix=area.value + "-log") for area in Area}
for area, router in areas.items():
    router.add_api_route("/", _handler(f"log_{area.name.lower()}"))

for method, path in zip(("get", "delete"), ("/locks", "/locks/{lock}")):
    register = getattr(yard, method)

    @register(path, dependencies=KEYHOLDERS)
    def lock():
        return {}


class Cranes:
    """Registers what is marked."""

    router = APIRouter(prefix="/cranes")

    def __init__(self, name: str):
        self.name = name
        for verb, handler in {"get": self.status, "post": self.lift}.items():
            self.router.add_api_route(f"/{self.name}", handler, methods=[verb.upper()])

    async def status(self):
        return self.name

    async def lift(self, load: int = 0):
        return load


cranes = [Cranes(name) for name in ("north", "south")]
