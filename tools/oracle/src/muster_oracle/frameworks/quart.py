"""Quart: Flask's URL map, served by ASGI, with rules for WebSockets."""

from typing import Any, List

from ..asgi import send as send
from ..endpoint import Endpoint, first_of_each
from .flask import endpoints_of_rule


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(endpoint for rule in app.url_map.iter_rules() for endpoint in endpoints_of_rule(app, rule, ""))
