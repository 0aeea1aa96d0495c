"""Tornado: the rules of an application's routers, and requests to a server of the loop that the application runs in."""

import inspect
from typing import Any, Dict, Iterator, List, Optional

from tornado import httpclient, httpserver, netutil, web, websocket
from tornado.routing import AnyMatches, DefaultHostMatches, HostMatches, PathMatches

from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import Answer, Request
from ..patterns import template_of

_ports: Dict[int, int] = {}


def endpoints_of(app: web.Application) -> List[Endpoint]:
    return first_of_each(_walk(app.default_router, None))


def _walk(router: Any, host: Optional[str]) -> Iterator[Endpoint]:
    for rule in router.rules:
        matcher, target = rule.matcher, rule.target
        here = host
        if isinstance(matcher, HostMatches):
            pattern = matcher.host_pattern.pattern
            here = host if pattern in (".*", ".*$") else template_of(pattern)[0]
        elif isinstance(matcher, DefaultHostMatches):
            continue
        elif not isinstance(matcher, (PathMatches, AnyMatches)):
            raise TypeError(f"What is a {type(matcher).__name__}? The oracle does not know this kind of rule.")
        if inspect.isclass(target):
            yield from _verbs(matcher, target, rule.name or "", here)
        elif isinstance(target, web.Application):
            yield from _walk(target.default_router, here)
            yield from _walk(target.wildcard_router, here)
        elif hasattr(target, "rules"):
            yield from _walk(target, here)


def _verbs(matcher: PathMatches, handler: Any, name: str, host: Optional[str]) -> Iterator[Endpoint]:
    path, values = template_of(matcher.regex.pattern)
    if issubclass(handler, websocket.WebSocketHandler):
        yield Endpoint("WEBSOCKET", path, name, True, False, host, {code_of(handler.open)}, values)
        return
    static = issubclass(handler, web.StaticFileHandler)
    if static:
        values = {one: "main.py" for one in values}
    for method in handler.SUPPORTED_METHODS:
        function = getattr(handler, method.lower())
        if code_of(function) is not code_of(web.RequestHandler._unimplemented_method):
            yield Endpoint(method, path, name, static, static and method == "HEAD", host, {code_of(function)}, values)


async def send(app: web.Application, request: Request) -> Answer:
    if id(app) not in _ports:
        sockets = netutil.bind_sockets(0, "127.0.0.1")
        httpserver.HTTPServer(app).add_sockets(sockets)
        _ports[id(app)] = sockets[0].getsockname()[1]
    place = f"127.0.0.1:{_ports[id(app)]}{request.path}" + (f"?{request.query_string}" if request.query else "")
    headers = {name: value for name, value in request.all_headers() if name != "content-length"}
    if request.method == "WEBSOCKET":
        return await _open(httpclient.HTTPRequest(f"ws://{place}", headers=headers))
    answer = Answer()
    try:
        response = await httpclient.AsyncHTTPClient().fetch(
            httpclient.HTTPRequest(f"http://{place}", method=request.method, headers=headers, body=request.payload or None, follow_redirects=False, allow_nonstandard_methods=True),
            raise_error=False,
        )
    except OSError:
        return Answer(status=500)
    answer.status = response.code
    answer.location = response.headers.get("Location", "")
    answer.body = response.body or b""
    return answer


async def _open(request: httpclient.HTTPRequest) -> Answer:
    try:
        connection = await websocket.websocket_connect(request)
    except httpclient.HTTPError as refusal:
        return Answer(status=refusal.code)
    # The first message says that the handler's code ran.
    await connection.read_message()
    connection.close()
    return Answer(status=101, accepted=True)
