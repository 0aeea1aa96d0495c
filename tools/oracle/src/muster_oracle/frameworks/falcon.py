"""Falcon, over WSGI and ASGI: its compiled router, its sinks and its static routes."""

import functools
import inspect
import re
from typing import Any, Dict, Iterator, List

from falcon.routing import StaticRoute

from .. import asgi, wsgi
from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..exchange import Answer, Request


_serve_static = StaticRoute.__call__


def _watched_static(self: Any, req: Any, resp: Any, **options: Any) -> None:
    """Falcon's own code may be compiled, and then shows no call."""
    return _serve_static(self, req, resp, **options)


def prepare(_: Dict[str, Any]) -> None:
    StaticRoute.__call__ = _watched_static


CONVERTER_ARGUMENTS = re.compile(r"\{(\w+):(\w+)\([^)]*\)\}")


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each([*_routes(app), *_sinks(app)])


async def send(app: Any, request: Request) -> Answer:
    return await (asgi if app._ASGI else wsgi).send(app, request)


def _routes(app: Any) -> Iterator[Endpoint]:
    pending = [("", root) for root in app._router._roots]
    while pending:
        above, node = pending.pop(0)
        template = above + "/" + CONVERTER_ARGUMENTS.sub(r"{\1:\2}", node.raw_segment)
        pending = [(template, child) for child in node.children] + pending
        for method, responder in (node.method_map or {}).items():
            if method not in (*METHODS, "WEBSOCKET") or _is_of_falcon(responder):
                continue
            yield Endpoint(method, template, type(node.resource).__name__, code={code_of(responder)})


def _is_of_falcon(responder: Any) -> bool:
    """What Falcon answers by itself: `405`, and `OPTIONS`."""
    while isinstance(responder, functools.partial):
        responder = responder.func
    module = inspect.getmodule(inspect.unwrap(responder))
    return module is None or module.__name__.startswith("falcon.")


def _sinks(app: Any) -> Iterator[Endpoint]:
    for pattern, sink, *_ in app._sinks:
        if isinstance(sink, StaticRoute):
            continue
        template, values = _template(pattern.pattern)
        yield Endpoint("*", template, getattr(sink, "__name__", type(sink).__name__), code={code_of(sink)}, values=values)
    for route, *_ in app._static_routes:
        yield Endpoint("GET", f"{route._prefix.rstrip('/')}/{{path:path}}", "static", code={_watched_static.__code__}, values={"path": "app.py"})


def _template(pattern: str) -> "tuple[str, Dict[str, str]]":
    """A prefix stands for what is below it; the named groups of an expression are parameters."""
    if "(?P<" not in pattern:
        return f"{pattern.rstrip('/')}/{{path:path}}", {}
    out, rest = "", pattern
    while "(?P<" in rest:
        before, _, rest = rest.partition("(?P<")
        name, _, rest = rest.partition(">")
        _, _, rest = rest.partition(")")
        out += f"{before}{{{name}}}"
    return out + rest, {}
