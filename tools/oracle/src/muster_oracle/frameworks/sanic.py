"""Sanic: the routes of the finished router, asked through ASGI."""

import functools
import re
from contextlib import suppress
from typing import Any, Dict, Iterator, List, Tuple

from sanic import Sanic

from ..asgi import send as asgi_send
from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import Answer, Request
from ..patterns import template_of
from ..repair import UUID

PARAMETER = re.compile(r"<(\w+)(?::((?:[^<>]|<[^<>]*>)*))?>")
FITTING = {"int": "1", "float": "1.5", "uuid": UUID, "path": "a", "ymd": "2024-01-02", "alpha": "a", "slug": "a"}


def prepare(_: Dict[str, Any]) -> None:
    Sanic.test_mode = True


def endpoints_of(app: Sanic) -> List[Endpoint]:
    if not app.router.finalized:
        app.finalize()
    return first_of_each(one for route in app.router.routes for one in _of_route(route))


def _of_route(route: Any) -> Iterator[Endpoint]:
    path, values = _template("/" + route.path.lstrip("/"))
    handler = route.handler
    bound = handler.func if isinstance(handler, functools.partial) else None
    hosts = getattr(getattr(route, "extra", route.ctx), "hosts", None) or [None]
    name = route.name.split(".", 1)[-1]
    static = "_static_request_handler" in str(bound)
    for host in sorted(hosts, key=str):
        if "_websocket_handler" in str(bound):
            yield Endpoint("WEBSOCKET", path, name, True, False, host, {code_of(handler.args[0])}, values)
            continue
        for method in sorted(route.methods):
            view = getattr(handler, "view_class", None)
            target = handler if view is None else getattr(view, method.lower())
            yield Endpoint(method, path, name, static, static and method == "HEAD", host, {code_of(target)}, {"__file_uri__": "app.py"} if static else values)


def _template(path: str) -> Tuple[str, Dict[str, str]]:
    values: Dict[str, str] = {}

    def hole(match: Any) -> str:
        name, kind = match[1], match[2] or "str"
        if not kind.isalpha():
            kind = "".join(template_of(f"({kind})")[1].values())
        values[name] = FITTING.get(kind, kind if match[2] and not match[2].isalpha() else "a")
        return "{" + name + "}"

    return PARAMETER.sub(hole, path), values


async def send(app: Sanic, request: Request) -> Answer:
    if not app.asgi:
        await _start(app)
    return await asgi_send(_speaking(app) if request.method == "WEBSOCKET" else app, request)


async def _start(app: Sanic) -> None:
    """What a server does first: it says that the application starts, and waits until it has."""
    messages = [{"type": "lifespan.shutdown"}, {"type": "lifespan.startup"}]

    async def receive() -> Dict[str, Any]:
        return messages.pop()

    async def respond(_: Dict[str, Any]) -> None:
        return None

    # Older versions then go on as if a request had come.
    with suppress(AttributeError):
        await app({"type": "lifespan", "path": "/", "headers": [], "query_string": b"", "method": "GET", "http_version": "1.1"}, receive, respond)


def _speaking(app: Sanic) -> Any:
    """Sockets are accepted before any code of the application runs: what counts is that it says something."""

    async def held(scope: Any, receive: Any, respond: Any) -> None:
        accept: List[Any] = []

        async def later(message: Any) -> None:
            if message["type"] == "websocket.accept":
                accept.append(message)
                return
            if message["type"] == "websocket.send" and accept:
                await respond(accept.pop())
            await respond(message)

        try:
            await app(scope, receive, later)
        finally:
            if accept:
                await respond({"type": "websocket.close", "code": 1008})

    return held
