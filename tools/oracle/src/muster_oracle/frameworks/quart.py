"""Quart: Flask's URL map, served by ASGI, with rules for WebSockets."""

from typing import Any, List

from .. import asgi
from ..endpoint import Endpoint, first_of_each
from ..exchange import Answer, Request
from .flask import endpoints_of_rule


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(endpoint for rule in app.url_map.iter_rules() for endpoint in endpoints_of_rule(app, rule, ""))


async def send(app: Any, request: Request) -> Answer:
    """As a server that can answer a WebSocket with a response: without that, older versions say nothing to who is refused."""

    async def served(scope: Any, receive: Any, respond: Any) -> None:
        await app({**scope, "extensions": {**scope["extensions"], "websocket.http.response": {}}}, receive, respond)

    return await asgi.send(served, request)
