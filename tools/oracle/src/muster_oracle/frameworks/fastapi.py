"""FastAPI: Starlette's routes, and a refusal that says what a request lacks."""

from typing import Any, Iterator, List

from starlette.routing import BaseRoute

from ..asgi import send as send
from ..endpoint import Endpoint
from ..repair import repair as repair
from . import starlette

try:
    from fastapi.routing import iter_route_contexts
except ImportError:
    iter_route_contexts = None


def endpoints_of(app: Any) -> List[Endpoint]:
    return starlette.endpoints_of(app, iter if iter_route_contexts is None else _effective)


def _effective(routes: List[BaseRoute]) -> Iterator[Any]:
    """Newer versions keep included routers as they are, and join prefix and dependencies when they are asked."""
    for context in iter_route_contexts(routes):
        yield context._effective_route
