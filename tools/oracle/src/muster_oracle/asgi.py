"""Sends one request, or opens one WebSocket, straight at an ASGI application."""

import asyncio
from typing import Any, Dict, List

from .exchange import CLIENT, SECONDS, Answer, Request


async def send(app: Any, request: Request) -> Answer:
    answer = Answer()
    is_socket = request.method == "WEBSOCKET"
    inbox: List[Dict[str, Any]] = (
        [{"type": "websocket.connect"}, {"type": "websocket.receive", "text": "{}"}, {"type": "websocket.disconnect", "code": 1001}]
        if is_socket
        else [{"type": "http.request", "body": request.payload, "more_body": False}]
    )

    async def receive() -> Dict[str, Any]:
        if inbox:
            return inbox.pop(0)
        return await asyncio.get_running_loop().create_future()

    async def respond(message: Dict[str, Any]) -> None:
        kind = message["type"]
        if kind in ("http.response.start", "websocket.http.response.start"):
            answer.status = message["status"]
            for name, value in message.get("headers", []):
                if bytes(name).lower() == b"location":
                    answer.location = bytes(value).decode("latin-1")
        elif kind in ("http.response.body", "websocket.http.response.body"):
            answer.body += message.get("body", b"")
        elif kind == "websocket.accept":
            answer.accepted = True
        elif kind == "websocket.close":
            answer.closed = message.get("code", 1000)

    try:
        await asyncio.wait_for(app(_scope(request), receive, respond), SECONDS)
    except Exception:  # an application that raises is an outcome: servers answer it with 500
        answer.status = answer.status or 500
    return answer


def _scope(request: Request) -> Dict[str, Any]:
    scope: Dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.path,
        "raw_path": request.path.encode(),
        "root_path": "",
        "query_string": request.query_string.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in request.all_headers()],
        "client": (CLIENT, 50000),
        "server": ("testserver", 80),
        "state": {},
        "extensions": {},
    }
    if request.method == "WEBSOCKET":
        scope.update(type="websocket", scheme="ws", subprotocols=[])
        del scope["method"]
    return scope
