"""Django Ninja and Ninja-extra: the operations behind the URL patterns that an interface makes; every other pattern is Django's."""

import functools
import json
from typing import Any, Dict, Iterator, List, Optional

from django.conf import settings
from django.urls import URLPattern
from django.utils.functional import empty

from ..endpoint import Endpoint, code_of
from ..exchange import Answer, Request
from ..repair import repair as repair_pydantic
from . import django
from .django import send as send


def preload() -> None:
    """The library reads settings while it is imported: it gets some, and the application its own."""
    settings.configure()
    import django.core.handlers.wsgi
    import ninja

    settings._wrapped = empty


def endpoints_of(app: Any) -> List[Endpoint]:
    return django.endpoints_of(app, _of_pattern)


def repair(request: Request, answer: Answer, parameters: Dict[str, str]) -> bool:
    """Complaints about the body name the handler's argument first, and the body is that argument."""
    said = answer.json()
    details = said.get("detail") if isinstance(said, dict) else None
    if isinstance(details, list):
        flat = [{**one, "loc": one["loc"][:1] + one["loc"][2:] if one["loc"][0] in ("body", "form") else one["loc"]} for one in details]
        answer.body = json.dumps({"detail": flat}).encode()
    return repair_pydantic(request, answer, parameters)


def _of_pattern(entry: URLPattern, template: str, values: Dict[str, str]) -> Iterator[Endpoint]:
    path, view = django.path_of(template), _path_view(entry.callback)
    if view is not None:
        answered = set()
        for operation in view.operations:
            for method in operation.methods:
                if method not in answered:
                    answered.add(method)
                    yield Endpoint(method, path, entry.name or "", not operation.include_in_schema, code={code_of(_handler(operation.view_func))}, values=values)
    elif entry.name in ("openapi-json", "openapi-view"):
        # It answers every method alike; documents are fetched.
        yield Endpoint("GET", path, entry.name, True, code={code_of(_document(entry.callback))}, values=values)
    elif entry.name != "api-root":
        # The root of an interface is there to have a name: it answers every request with 404.
        yield from django.endpoints_of_pattern(entry, template, values)


def _path_view(callback: Any) -> Optional[Any]:
    """What chooses among the operations of one path: bound to the callback, or in its closure."""
    cells = [cell.cell_contents for cell in getattr(callback, "__closure__", None) or ()]
    return next((held for held in [getattr(callback, "__self__", None), *cells] if hasattr(held, "operations")), None)


def _document(callback: Any) -> Any:
    """The function that answers, inside the decorators that a project puts around it."""
    while hasattr(callback, "__wrapped__"):
        callback = callback.__wrapped__
    return callback.func if isinstance(callback, functools.partial) else callback


def _handler(view_func: Any) -> Any:
    """A controller's method stands behind a function of the library."""
    route = getattr(view_func, "get_route_function", None)
    return route().route.view_func if route is not None and route() is not None else view_func
