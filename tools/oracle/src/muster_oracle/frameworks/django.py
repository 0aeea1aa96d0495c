"""Django: the URL configuration that `ROOT_URLCONF` names, and the views behind it."""

import re
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Set, Tuple

from django.conf import settings
from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.views.generic import View

from .. import wsgi
from ..endpoint import METHODS, Endpoint, code_of
from ..exchange import Answer, Request

#: What groups of regular expressions are tried with.
SAMPLES = ("1", "a", "2024", "12", "6f1c1d5e-0c53-4a39-8d5b-8f4b8d8e2a11", "json")


#: The endpoints of one pattern, with its full template and the values of its parameters.
OfPattern = Callable[[URLPattern, str, Dict[str, str]], Iterable[Endpoint]]


def endpoints_of(app: Any, of_pattern: Optional[OfPattern] = None) -> List[Endpoint]:
    """In the order in which Django tries them: what stands first at a path answers every method of it."""
    # `app` is the WSGI handler; forgery protection is no guard, and a test client would have the token.
    app.request_class = _without_forgery_check(app.request_class)
    found: Dict[Tuple[str, str], Endpoint] = {}
    answered: Set[str] = set()
    for expression, endpoints in _walk(get_resolver(settings.ROOT_URLCONF).url_patterns, "", "", {}, of_pattern or endpoints_of_pattern):
        if expression in answered:
            continue
        answered.add(expression)
        for endpoint in endpoints:
            found.setdefault((endpoint.method, endpoint.path), endpoint)
    return list(found.values())


async def send(app: Any, request: Request) -> Answer:
    return await wsgi.send(app, request)


def _walk(patterns: List[Any], template: str, expression: str, above: Dict[str, str], of_pattern: OfPattern) -> Iterator[Tuple[str, List[Endpoint]]]:
    for entry in patterns:
        part, found = _template(entry.pattern)
        below, joined, values = template + part, expression + entry.pattern.regex.pattern, {**above, **found}
        if isinstance(entry, URLPattern):
            yield joined, list(of_pattern(entry, below, values))
        elif isinstance(entry, URLResolver) and entry.app_name == "admin" and entry.url_patterns:
            yield joined, [_admin(entry, below)]
        elif isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, below, joined, values, of_pattern)
        else:
            raise TypeError(f"What is a {type(entry).__name__}? The oracle does not know this kind of URL pattern.")


def endpoints_of_pattern(entry: URLPattern, template: str, values: Dict[str, str]) -> Iterator[Endpoint]:
    callback, path, name = entry.callback, path_of(template), entry.name or ""
    view = getattr(callback, "view_class", None) or getattr(getattr(callback, "func", None), "view_class", None)
    if view is None:
        for method in _restricted(callback):
            yield Endpoint(method, path, name, code={code_of(callback)}, values=values)
        return
    allowed = {**getattr(callback, "view_initkwargs", {})}.get("http_method_names", view.http_method_names)
    own = [method for method in METHODS if method.lower() in allowed and hasattr(view, method.lower())]
    own = [method for method in own if method != "OPTIONS" or view.options is not View.options]
    for method in own:
        yield Endpoint(method, path, name, code={code_of(getattr(view, method.lower()))}, values=values)
    if "GET" in own and "HEAD" not in own and "head" in allowed:
        yield Endpoint("HEAD", path, name, implied=True, code={code_of(view.get)}, values=values)
    if not own and view.dispatch is not View.dispatch:
        yield Endpoint("*", path, name, code={code_of(view.dispatch)}, values=values)


def _restricted(callback: Any) -> List[str]:
    """A function answers every method, unless one of Django's decorators holds a list of those it lets through."""
    while callback is not None:
        names, cells = getattr(getattr(callback, "__code__", None), "co_freevars", ()), getattr(callback, "__closure__", None) or ()
        if "request_method_list" in names:
            return list(cells[names.index("request_method_list")].cell_contents)
        callback = getattr(callback, "__wrapped__", None)
    return ["*"]


def _admin(entry: URLResolver, template: str) -> Endpoint:
    """The administration is one application; its last pattern catches what no other does."""
    last = entry.url_patterns[-1].callback
    return Endpoint("*", path_of(template + "{path}"), "admin", code={code_of(last)})


def _template(pattern: Any) -> Tuple[str, Dict[str, str]]:
    """The part of the path, and values that its parameters accept where no converter says it."""
    if isinstance(pattern, LocalePrefixPattern):
        return pattern.language_prefix, {}
    if isinstance(pattern, RoutePattern):
        values = {name: sample for name, converter in pattern.converters.items() for sample in [_sample(converter.regex)]}
        return re.sub(r"<(?:[^:<>]+:)?(\w+)>", r"{\1}", str(pattern)), values
    return _of_expression(str(pattern))


def _of_expression(expression: str) -> Tuple[str, Dict[str, str]]:
    """As Django's own documentation of an application's views writes it: groups are parameters, by their name or `var`."""
    # A letter in front keeps the slash that is put before every pattern apart from the pattern's own.
    shown = re.sub(r"<(\w+)>", r"{\1}", simplify_regex("x" + expression)[2:])
    values = {name: _sample(group) for name, group in re.findall(r"\(\?P<(\w+)>((?:[^()\\]|\\.)*)\)", expression)}
    unnamed = re.search(r"\(((?!\?)(?:[^()\\]|\\.)*)\)", expression)
    return re.sub(r"\\(.)", r"\1", shown), {**values, **({"var": _sample(unnamed[1])} if unnamed else {})}


def _sample(expression: str) -> str:
    return next((sample for sample in SAMPLES if re.fullmatch(expression, sample)), "1")


def path_of(template: str) -> str:
    return template if template.startswith("/") else "/" + template


def _without_forgery_check(request_class: type) -> type:
    return type(request_class.__name__, (request_class,), {"_dont_enforce_csrf_checks": True})
