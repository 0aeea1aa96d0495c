"""
CherryPy: there is no table of routes. The trees are walked the way its dispatchers do: every exposed object has the path that leads to it.

A page takes what follows in the path as its first arguments, and takes arguments from the query just as well. One template is listed for each page:
`default` and the methods of verbs take their arguments from the path, other pages from the query.
"""

import inspect
from typing import Any, Dict, Iterator, List, Optional, Tuple

if not hasattr(inspect, "getargspec"):
    # CherryPy 17 asks for it; Python 3.11 has it no more.
    inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]

import cherrypy
from cherrypy._cpdispatch import MethodDispatcher, RoutesDispatcher

from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..exchange import Answer, Request
from ..wsgi import send as send_wsgi

#: What pages take from the query, by their path.
_asked: Dict[str, List[str]] = {}


async def send(tree: Any, request: Request) -> Answer:
    for name in _asked.get(request.path, []):
        request.query.setdefault(name, "1")
    if request.body is None and request.method in ("POST", "PUT", "PATCH"):
        request.headers.setdefault("content-length", "0")
    return await send_wsgi(tree, request)


def endpoints_of(tree: Any) -> List[Endpoint]:
    return first_of_each(endpoint for script, app in sorted(tree.apps.items()) for endpoint in _application(app, script))


def _application(app: Any, script: str) -> Iterator[Endpoint]:
    for path, section in sorted(app.config.items()):
        if path.startswith("/") and section.get("tools.staticdir.on"):
            served = {code_of(cherrypy.lib.static.staticdir)}
            yield Endpoint("GET", f"{script}{path.rstrip('/')}/{{path:path}}", "staticdir", code=served, values={"path": "server.py"})
    dispatcher = app.config.get("/", {}).get("request.dispatch")
    if isinstance(dispatcher, RoutesDispatcher):
        yield from _mapped(dispatcher, script)
    elif app.root is not None:
        yield from _walk(app, app.root, script, "", [])


def _walk(app: Any, node: Any, script: str, path: str, above: List[Any]) -> Iterator[Endpoint]:
    if any(node is one for one in above) or len(above) > 10:
        return
    exposed = getattr(node, "exposed", False)
    if _by_verbs(app, path):
        if exposed:
            yield from _verbs(node, script + path)
    elif exposed and path and callable(node):
        yield Endpoint("*", script + path, _name(node), code={code_of(node)})
    for name in sorted(dir(node)):
        child = getattr(node, name)
        if name.startswith("_") or name == "favicon_ico" or inspect.isclass(child) or (inspect.ismethod(node) or inspect.isfunction(node)):
            continue
        if inspect.ismethod(child) or inspect.isfunction(child):
            if getattr(child, "exposed", False) and not _by_verbs(app, path):
                yield from _page(child, name, script + path)
        elif type(child).__module__ != "builtins":
            yield from _walk(app, child, script, f"{path}/{name}", [*above, node])


def _by_verbs(app: Any, path: str) -> bool:
    while True:
        dispatcher = app.config.get(path or "/", {}).get("request.dispatch")
        if dispatcher is not None or path == "":
            return isinstance(dispatcher, MethodDispatcher)
        path = path.rpartition("/")[0]


def _page(page: Any, name: str, path: str) -> Iterator[Endpoint]:
    if name == "index":
        yield Endpoint("*", path + "/", _name(page), code={code_of(page)})
    elif name == "default":
        required, _, more = _arguments(page)
        rest = [f"{{{one}}}" for one in required] + ([f"{{{more}:path}}"] if more and not required else [])
        yield Endpoint("*", "/".join([path, *rest]), _name(page), code={code_of(page)})
    else:
        _asked[f"{path}/{name}"] = _arguments(page)[0]
        for method in getattr(page, "_cp_config", {}).get("tools.allow.methods", ["*"]):
            yield Endpoint(method, f"{path}/{name}", _name(page), code={code_of(page)})


def _verbs(node: Any, path: str) -> Iterator[Endpoint]:
    for verb in METHODS:
        page = getattr(node, verb, None)
        if not callable(page):
            continue
        required, optional, _ = _arguments(page)
        template = "/".join([path, *(f"{{{name}}}" for name in required)])
        yield Endpoint(verb, template, _name(page), code={code_of(page)})
        if optional:
            yield Endpoint(verb, f"{template}/{{{optional[0]}}}", _name(page), code={code_of(page)})


def _mapped(dispatcher: Any, script: str) -> Iterator[Endpoint]:
    for route in dispatcher.mapper.matchlist:
        controller = dispatcher.controllers[route.defaults["controller"]]
        page = getattr(controller, route.defaults["action"])
        template = script + "".join(part if isinstance(part, str) else f"{{{part['name']}}}" for part in route.routelist)
        for method in (route.conditions or {}).get("method", ["*"]):
            yield Endpoint(method, template, _name(page), code={code_of(page)})


def _arguments(page: Any) -> Tuple[List[str], List[str], Optional[str]]:
    parameters = list(inspect.signature(page).parameters.values())
    plain = [one for one in parameters if one.kind == one.POSITIONAL_OR_KEYWORD]
    more = next((one.name for one in parameters if one.kind == one.VAR_POSITIONAL), None)
    return [one.name for one in plain if one.default is one.empty], [one.name for one in plain if one.default is not one.empty], more


def _name(page: Any) -> str:
    return getattr(page, "__name__", type(page).__name__)


