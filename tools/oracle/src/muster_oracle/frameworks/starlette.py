"""Starlette: the tree of routes, mounts and hosts."""

import inspect
from typing import Any, Callable, Iterator, Iterable, List, Optional, Set
from types import CodeType

from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.routing import BaseRoute, Host, Mount, Route, WebSocketRoute

from ..asgi import send as send
from ..endpoint import METHODS, Endpoint, code_of, first_of_each

#: Yields the routes that a list of routes comes to, where the framework keeps them in another shape.
Effective = Callable[[List[BaseRoute]], Iterable[Any]]


def endpoints_of(app: Any, effective: Effective = iter) -> List[Endpoint]:
    return first_of_each(_walk(app, "", None, effective))


def _walk(app: Any, prefix: str, host: Optional[str], effective: Effective) -> Iterator[Endpoint]:
    for route in effective(_routes_of(app) or []):
        if isinstance(route, Host):
            yield from _below(route.app, prefix, route.host, route.name, effective)
        elif isinstance(route, Mount):
            yield from _below(route.app, prefix + route.path, host, route.name, effective)
        elif isinstance(route, WebSocketRoute):
            yield Endpoint("WEBSOCKET", prefix + route.path, route.name, True, False, host, _socket_code(route.endpoint))
        elif hasattr(route, "endpoint"):
            yield from _methods(route, prefix, host)
        else:
            raise TypeError(f"What is a {type(route).__name__}? The oracle does not know this kind of route.")


def _below(app: Any, prefix: str, host: Optional[str], name: Optional[str], effective: Effective) -> Iterator[Endpoint]:
    """An application without routes of its own answers every path below it, in its own way."""
    if _routes_of(app) is not None:
        yield from _walk(app, prefix, host, effective)
        return
    static = type(app).__name__ == "StaticFiles"
    yield Endpoint("GET" if static else "*", prefix + "/{path:path}", name or "", True, False, host, {code_of(app if inspect.isfunction(app) else type(app).__call__)})


def _routes_of(app: Any) -> Optional[List[BaseRoute]]:
    """Middleware around an application holds it as `app`."""
    seen = 0
    while not hasattr(app, "routes"):
        app = getattr(app, "app", None)
        seen += 1
        if app is None or seen > 20:
            return None
    return app.routes


def _methods(route: Any, prefix: str, host: Optional[str]) -> Iterator[Endpoint]:
    endpoint = route.endpoint
    hidden = not route.include_in_schema
    if inspect.isclass(endpoint) and issubclass(endpoint, HTTPEndpoint):
        own = [method for method in METHODS if hasattr(endpoint, method.lower())]
        if route.methods is not None:
            own = [method for method in own if method in route.methods]
        for method in own:
            yield Endpoint(method, prefix + route.path, route.name, hidden, False, host, {code_of(getattr(endpoint, method.lower()))})
        if "GET" in own and "HEAD" not in own:
            yield Endpoint("HEAD", prefix + route.path, route.name, hidden, True, host, {code_of(endpoint.get)})
        return
    implies_head = isinstance(route, Route) and type(route) is Route
    for method in sorted(route.methods or ["*"]):
        implied = method == "HEAD" and implies_head and "GET" in route.methods
        yield Endpoint(method, prefix + route.path, route.name, hidden, implied, host, {code_of(endpoint)})


def _socket_code(endpoint: Any) -> Set[CodeType]:
    if inspect.isclass(endpoint) and issubclass(endpoint, WebSocketEndpoint):
        return {code_of(endpoint.on_connect)}
    return {code_of(endpoint)}
