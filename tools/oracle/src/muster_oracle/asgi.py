"""Sends one request, or opens one WebSocket, straight at an ASGI application."""

import asyncio
import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import urlencode

SECONDS = 10


@dataclass
class Request:
    method: str
    path: str
    host: Optional[str] = None
    headers: Dict[str, str] = field(default_factory=dict)
    cookies: Dict[str, str] = field(default_factory=dict)
    query: Dict[str, str] = field(default_factory=dict)
    body: Any = None
    #: The body is sent as a form, and not as JSON.
    form: bool = False


@dataclass
class Answer:
    """`status` is 500 when the application raised. A WebSocket has `accepted` and, once it was closed, `closed`."""

    status: int = 0
    location: str = ""
    body: bytes = b""
    accepted: bool = False
    closed: Optional[int] = None

    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            return None


async def send(app: Any, request: Request) -> Answer:
    answer = Answer()
    is_socket = request.method == "WEBSOCKET"
    payload = b"" if request.body is None else (urlencode(request.body) if request.form else json.dumps(request.body)).encode()
    inbox: List[Dict[str, Any]] = (
        [{"type": "websocket.connect"}, {"type": "websocket.receive", "text": "{}"}, {"type": "websocket.disconnect", "code": 1001}]
        if is_socket
        else [{"type": "http.request", "body": payload, "more_body": False}]
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
        await asyncio.wait_for(app(_scope(request, payload), receive, respond), SECONDS)
    except Exception:  # an application that raises is an outcome: servers answer it with 500
        answer.status = answer.status or 500
    return answer


def _scope(request: Request, payload: bytes) -> Dict[str, Any]:
    headers: List[Tuple[bytes, bytes]] = [(b"host", (request.host or "testserver").encode())]
    headers += [(name.lower().encode(), value.encode("latin-1")) for name, value in request.headers.items()]
    if request.cookies:
        jar = SimpleCookie()
        for name, value in request.cookies.items():
            jar[name] = value
        headers.append((b"cookie", jar.output(header="", sep=";").strip().encode()))
    if payload:
        headers += [(b"content-type", b"application/x-www-form-urlencoded" if request.form else b"application/json"), (b"content-length", str(len(payload)).encode())]
    scope: Dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.path,
        "raw_path": request.path.encode(),
        "root_path": "",
        "query_string": urlencode(request.query).encode(),
        "headers": headers,
        "client": ("192.0.2.1", 50000),
        "server": ("testserver", 80),
        "state": {},
        "extensions": {},
    }
    if request.method == "WEBSOCKET":
        scope.update(type="websocket", scheme="ws", subprotocols=[])
        del scope["method"]
    return scope
