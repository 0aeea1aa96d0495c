"""aiohttp: the router's routes, and requests to a server of the loop that the application runs in."""

import asyncio
import inspect
from typing import Any, Dict, Iterator, List

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, hdrs, web
from aiohttp.test_utils import TestServer
from yarl import URL

from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import SECONDS, Answer, Request

_servers: Dict[int, TestServer] = {}


def endpoints_of(app: web.Application) -> List[Endpoint]:
    return first_of_each(_walk(app))


def _walk(app: web.Application) -> Iterator[Endpoint]:
    for resource in app.router.resources():
        yield from _of_resource(resource, None)


def _of_resource(resource: Any, host: Any) -> Iterator[Endpoint]:
    if type(resource).__name__ in ("PrefixedSubAppResource", "MatchedSubAppResource"):
        inner = resource._app
        if type(resource).__name__ == "MatchedSubAppResource":
            host = resource._rule.canonical
        for one in inner.router.resources():
            yield from _of_resource(one, host)
        return
    name = resource.name or ""
    if isinstance(resource, web.StaticResource):
        path = resource.canonical.rstrip("/") + "/{path:path}"
        yield Endpoint("GET", path, name, True, False, host, {code_of(resource._handle)}, {"path": "app.py"})
        yield Endpoint("HEAD", path, name, True, True, host, {code_of(resource._handle)}, {"path": "app.py"})
        return
    routes = list(resource)
    for route in routes:
        yield from _of_route(route, resource.canonical, name, host, any(other.method == hdrs.METH_GET and other.handler is route.handler for other in routes))


def _of_route(route: Any, path: str, name: str, host: Any, beside_get: bool) -> Iterator[Endpoint]:
    handler = route.handler
    if inspect.isclass(handler) and issubclass(handler, web.View):
        for method in sorted(hdrs.METH_ALL):
            if hasattr(handler, method.lower()) and route.method in ("*", method):
                yield Endpoint(method, path, name, False, False, host, {code_of(getattr(handler, method.lower()))})
        return
    # Preflight requests are answered by the library that adds them, HEAD beside GET by the framework.
    implied = (route.method == hdrs.METH_HEAD and beside_get) or "aiohttp_cors" in str(getattr(handler, "__module__", ""))
    yield Endpoint(route.method, path, name, False, implied, host, {code_of(handler)})


async def send(app: web.Application, request: Request) -> Answer:
    if id(app) not in _servers:
        _servers[id(app)] = TestServer(app)
        await _servers[id(app)].start_server()
    server = _servers[id(app)]
    headers = {name: value for name, value in request.all_headers() if name != "content-length"}
    url = URL(f"http://127.0.0.1:{server.port}{request.path}", encoded=True).with_query(request.query)
    answer = Answer()
    try:
        async with ClientSession(cookie_jar=DummyCookieJar(), timeout=ClientTimeout(SECONDS)) as session:
            async with session.request(request.method, url, headers=headers, data=request.payload or None, allow_redirects=False) as response:
                answer.status = response.status
                answer.location = response.headers.get("location", "")
                answer.body = await response.read()
    except (asyncio.TimeoutError, OSError):
        answer.status = answer.status or 500
    return answer
