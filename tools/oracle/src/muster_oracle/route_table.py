"""Flattens an application into its endpoints, as the framework's own routing lists them."""

import functools
import inspect
import re
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.routing import BaseRoute, Host, Mount, Route, WebSocketRoute

try:
    from fastapi.routing import iter_route_contexts
except ImportError:
    iter_route_contexts = None

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass
class Endpoint:
    method: str
    #: With `{name}` or `{name:convertor}` for parameters.
    template: str
    name: str
    hidden: bool
    #: Answered by the framework, and not by the code: HEAD beside GET.
    implied: bool
    host: Optional[str]
    #: Any of these running says that the handler was reached.
    code: Set[CodeType] = field(default_factory=set)

    @property
    def path(self) -> str:
        return re.sub(r"\{(\w+)(:\w+)?\}", r"{\1}", self.template) or "/"


def endpoints_of(app: Any) -> List[Endpoint]:
    """In the order in which the framework tries them: the first of one method and path is the one that answers."""
    found: Dict[Tuple[str, str, Optional[str]], Endpoint] = {}
    for endpoint in _walk(app, "", None):
        found.setdefault((endpoint.method, endpoint.path, endpoint.host), endpoint)
    return list(found.values())


def _walk(app: Any, prefix: str, host: Optional[str]) -> Iterator[Endpoint]:
    for route in _effective(_routes_of(app) or []):
        if isinstance(route, Host):
            yield from _below(route.app, prefix, route.host, route.name)
        elif isinstance(route, Mount):
            yield from _below(route.app, prefix + route.path, host, route.name)
        elif isinstance(route, WebSocketRoute):
            yield Endpoint("WEBSOCKET", prefix + route.path, route.name, True, False, host, _socket_code(route.endpoint))
        elif hasattr(route, "endpoint"):
            yield from _methods(route, prefix, host)
        else:
            raise TypeError(f"What is a {type(route).__name__}? The oracle does not know this kind of route.")


def _below(app: Any, prefix: str, host: Optional[str], name: Optional[str]) -> Iterator[Endpoint]:
    """An application without routes of its own answers every path below it, in its own way."""
    if _routes_of(app) is not None:
        yield from _walk(app, prefix, host)
        return
    static = type(app).__name__ == "StaticFiles"
    yield Endpoint("GET" if static else "*", prefix + "/{path:path}", name or "", True, False, host, {_code(type(app).__call__)})


def _routes_of(app: Any) -> Optional[List[BaseRoute]]:
    """Middleware around an application holds it as `app`."""
    seen = 0
    while not hasattr(app, "routes"):
        app = getattr(app, "app", None)
        seen += 1
        if app is None or seen > 20:
            return None
    return app.routes


def _effective(routes: List[BaseRoute]) -> Iterator[Any]:
    """Newer FastAPI keeps included routers as they are, and joins prefix and dependencies when it is asked."""
    if iter_route_contexts is None:
        yield from routes
        return
    for context in iter_route_contexts(routes):
        yield context._effective_route


def _methods(route: Any, prefix: str, host: Optional[str]) -> Iterator[Endpoint]:
    endpoint = route.endpoint
    hidden = not route.include_in_schema
    if inspect.isclass(endpoint) and issubclass(endpoint, HTTPEndpoint):
        own = [method for method in METHODS if hasattr(endpoint, method.lower())]
        if route.methods is not None:
            own = [method for method in own if method in route.methods]
        for method in own:
            yield Endpoint(method, prefix + route.path, route.name, hidden, False, host, {_code(getattr(endpoint, method.lower()))})
        if "GET" in own and "HEAD" not in own:
            yield Endpoint("HEAD", prefix + route.path, route.name, hidden, True, host, {_code(endpoint.get)})
        return
    implies_head = isinstance(route, Route) and type(route) is Route
    for method in sorted(route.methods or ["*"]):
        implied = method == "HEAD" and implies_head and "GET" in route.methods
        yield Endpoint(method, prefix + route.path, route.name, hidden, implied, host, {_code(endpoint)})


def _socket_code(endpoint: Any) -> Set[CodeType]:
    if inspect.isclass(endpoint) and issubclass(endpoint, WebSocketEndpoint):
        return {_code(endpoint.on_connect)}
    return {_code(endpoint)}


def _code(endpoint: Any) -> CodeType:
    """Of the innermost function: what decorators with `functools.wraps` put around it are guards, and not yet the handler."""
    while isinstance(endpoint, functools.partial):
        endpoint = endpoint.func
    endpoint = inspect.unwrap(endpoint)
    endpoint = getattr(endpoint, "__func__", endpoint)
    if not hasattr(endpoint, "__code__"):
        endpoint = inspect.unwrap(type(endpoint).__call__)
    return endpoint.__code__
