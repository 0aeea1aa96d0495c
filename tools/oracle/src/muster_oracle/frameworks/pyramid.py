"""Pyramid: what its introspection lists of routes and views. Views that only traversal finds have no path, and are left out."""

import inspect
import re
from types import CodeType
from typing import Any, Dict, Iterator, List, Set

from pyramid.static import static_view

from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..wsgi import send

__all__ = ["endpoints_of", "send"]

PLACEHOLDER = re.compile(r"\{(\w+)(?::((?:[^{}]|\{[^{}]*\})*))?\}|(?<=/):(\w+)|\*(\w+)")


def endpoints_of(app: Any) -> List[Endpoint]:
    found = first_of_each(_endpoints(app))
    read = {endpoint.path for endpoint in found if endpoint.method == "GET"}
    for endpoint in found:
        # Cornice registers a view of its own for the HEAD beside its GET.
        endpoint.implied = endpoint.implied or (endpoint.method == "HEAD" and endpoint.path in read)
    return found


def _endpoints(app: Any) -> Iterator[Endpoint]:
    introspector = app.registry.introspector
    routes = {entry["introspectable"]["name"]: entry["introspectable"] for entry in introspector.get_category("routes") or []}
    for entry in introspector.get_category("views") or []:
        view = entry["introspectable"]
        route = routes.get(view["route_name"])
        if route is None or getattr(view["callable"], "__name__", "") == "_fallback_view":
            # The second is Cornice's answer to methods that a service lacks.
            continue
        values: Dict[str, str] = {}
        template = _template(route["pattern"], values)
        name, code = _named(view), _code(view)
        if isinstance(view["callable"], static_view):
            yield Endpoint("GET", template, name, code=code, values={"subpath": "hello.txt"})
            continue
        methods = _methods(view["request_methods"]) & _methods(route["request_methods"])
        for method in sorted(methods):
            if method == "HEAD" and "GET" in methods:
                yield Endpoint("HEAD", template, name, implied=True, code=code, values=values)
            else:
                yield Endpoint(method, template, name, code=code, values=values)


def _methods(asked: Any) -> Any:
    if asked is None:
        return _Every(["*"])
    return set([asked] if isinstance(asked, str) else asked) & set(METHODS)


class _Every(set):
    """No condition: what the other side asks for remains."""

    def __and__(self, other: Any) -> Any:
        return other

    __rand__ = __and__


def _template(pattern: str, values: Dict[str, str]) -> str:
    def placeholder(match: "re.Match[str]") -> str:
        name = match[1] or match[3] or match[4]
        if match[4]:
            return f"{{{name}:path}}"
        if match[2]:
            values[name] = "1"
        return f"{{{name}}}"

    return "/" + PLACEHOLDER.sub(placeholder, pattern).lstrip("/")


def _named(view: Any) -> str:
    name = getattr(view["callable"], "__name__", type(view["callable"]).__name__)
    return f"{name}.{view['attr']}" if view["attr"] else name


def _code(view: Any) -> Set[CodeType]:
    handler = view["callable"]
    if inspect.isclass(handler):
        handler = getattr(handler, view["attr"] or "__call__")
    elif view["attr"]:
        handler = getattr(handler, view["attr"])
    handler = inspect.unwrap(handler)
    args = getattr(handler, "__closure__", None) or ()
    own = {code_of(handler)}
    return own | {code_of(cell.cell_contents) for cell in args if inspect.isfunction(cell.cell_contents)}
