"""Litestar: the routes that the application has registered, each with one handler for a method."""

import json
from typing import Any, Dict, Iterator, List

from litestar.routes import ASGIRoute, HTTPRoute, WebSocketRoute

from ..asgi import send as send
from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import Answer, Request


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(_walk(app))


def _walk(app: Any) -> Iterator[Endpoint]:
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if "create_options_handler" in getattr(_function(handler), "__qualname__", ""):
                    # The framework answers OPTIONS wherever the code does not: that tells what is allowed, and nothing of the code.
                    continue
                hidden = _resolved(handler, "include_in_schema") is False
                for method in sorted(handler.http_methods):
                    yield Endpoint(str(method), route.path, handler.name or "", hidden, False, None, {code_of(_function(handler))})
        elif isinstance(route, WebSocketRoute):
            yield Endpoint("WEBSOCKET", route.path, route.route_handler.name or "", True, False, None, {code_of(_listening(_function(route.route_handler)))})
        elif isinstance(route, ASGIRoute):
            handler = route.route_handler
            below = route.path.rstrip("/") + "/{path:path}" if handler.is_mount or handler.is_static else route.path
            yield Endpoint("*", below, handler.name or "", True, False, None, {code_of(_function(handler))})
        else:
            raise TypeError(f"What is a {type(route).__name__}? The oracle does not know this kind of route.")


def _function(handler: Any) -> Any:
    """Older versions keep it in a reference."""
    return getattr(handler.fn, "value", handler.fn)


def _listening(function: Any) -> Any:
    """What a listener does with a message, behind what the framework puts around it."""
    for cell in getattr(function, "__closure__", None) or ():
        content = cell.cell_contents
        if callable(content) and getattr(content, "__name__", "") == "on_receive":
            return content
    inner = getattr(function, "_fn", None)
    return inner if callable(inner) else function


def _resolved(handler: Any, name: str) -> Any:
    found = None
    for layer in handler.ownership_layers:
        value = getattr(layer, name, None)
        if isinstance(value, bool):
            found = value
    return found


def repair(request: Request, answer: Answer, parameters: Dict[str, str]) -> bool:
    """A validation error names the keys that are missing, and where they are looked for."""
    body = answer.json()
    extra = body.get("extra") if isinstance(body, dict) else None
    if answer.status != 400:
        return False
    changed = False
    for detail in extra if isinstance(extra, list) else []:
        key, source = str(detail.get("key", "")), detail.get("source")
        if source in ("query", None) and key and request.query.get(key) != "1":
            request.query[key] = "1"
            changed = True
    if not changed and request.body is None and request.method in ("POST", "PUT", "PATCH"):
        request.body = json.loads("{}")
        changed = True
    return changed
