"""Robyn: its own list of routes, and its own client, which takes a request through middleware and handler without a server."""

import logging
import re
from typing import Any, Iterator, List

from robyn.testing import TestClient

from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import Answer, Request
from ..wsgi import in_thread


def preload() -> None:
    """Robyn tells of every application and route."""
    logging.disable(logging.WARNING)


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(_endpoints(app))


def _endpoints(app: Any) -> Iterator[Endpoint]:
    for route in app.router.get_routes():
        template = re.sub(r"\*(\w+)", r"{\1:path}", re.sub(r":(\w+)", r"{\1}", route.route))
        method = str(route.route_type).rpartition(".")[2]
        handler = _handler(route.function.handler)
        yield Endpoint(method, template, getattr(handler, "__name__", ""), code={code_of(handler)})
    for directory in app.directories:
        yield Endpoint("GET", f"{directory.route.rstrip('/')}/{{path:path}}", "directory")


def _handler(wrapped: Any) -> Any:
    """Robyn puts a function of its own around each handler, without saying so."""
    for cell in getattr(wrapped, "__closure__", None) or ():
        if callable(cell.cell_contents) and hasattr(cell.cell_contents, "__code__") and not cell.cell_contents.__module__.startswith("robyn."):
            return cell.cell_contents
    return wrapped


async def send(app: Any, request: Request) -> Answer:
    return await in_thread(_send, app, request)


def _send(app: Any, request: Request) -> Answer:
    client = TestClient(app)
    try:
        response = client._execute(request.method, request.path, headers=dict(request.headers))
    except Exception:  # an application that raises is an outcome: the server answers it with 500
        return Answer(status=500)
    finally:
        client.close()
    return Answer(status=response.status_code, body=response.content)
