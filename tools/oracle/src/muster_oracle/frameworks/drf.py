"""Django REST Framework: what the URL resolver lists, with the methods and actions that each view binds."""

import inspect
import re
from types import CodeType
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..wsgi import send as send

#: Tried in this order for parameters whose route has a regular expression.
SAMPLES = ("1", "a", "v1", "en", "2024", "1a", "6f1c1d5e-0c53-4a39-8d5b-8f4b8d8e2a11", "A-1", "00000000", "a@example.org")
GROUP = re.compile(r"\(\?P<(\w+)>")
CONVERTED = re.compile(r"<(?:(\w+):)?(\w+)>")


def endpoints_of(app: Any) -> List[Endpoint]:
    from django.urls import get_resolver

    return first_of_each(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: List[Any], prefix: str) -> Iterator[Endpoint]:
    for pattern in patterns:
        text = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, text)
        elif not _is_suffixed(text):
            yield from _endpoints(pattern, text)


def _is_suffixed(text: str) -> bool:
    """`items.json` beside `items/`: the same endpoint in another format, which no document lists."""
    return "(?P<format>" in text or "<drf_format_suffix" in text or ".<format>" in text


def _endpoints(pattern: Any, text: str) -> Iterator[Endpoint]:
    callback = pattern.callback
    template, values = _template(text)
    view = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
    if view is None:
        raise TypeError(f"What is {callback!r}? This oracle knows views of Django REST Framework and class-based views.")
    hidden = _is_hidden(callback, view)
    for method, handler in _handlers(callback, view):
        implied = method == "HEAD"
        yield Endpoint(method, template, pattern.name or "", hidden, implied, None, {_innermost(handler)}, values)


def _handlers(callback: Any, view: Any) -> Iterator[Tuple[str, Callable[..., Any]]]:
    actions: Optional[Dict[str, str]] = getattr(callback, "actions", None)
    allowed = [name.upper() for name in {**vars(view), **getattr(callback, "initkwargs", {})}.get("http_method_names", view.http_method_names)]
    for method in METHODS:
        name = method.lower() if actions is None else actions.get(method.lower())
        if name is None and method == "HEAD":
            name = (actions or {}).get("get")
        if name is None or method not in allowed:
            continue
        handler = getattr(view, name, None) or (getattr(view, "get", None) if method == "HEAD" else None)
        if handler is not None and not (method == "OPTIONS" and _is_of_library(handler)):
            yield method, handler


def _is_of_library(handler: Callable[..., Any]) -> bool:
    """Every view answers OPTIONS with a description of itself."""
    return handler.__module__.split(".")[0] in ("django", "rest_framework")


def _is_hidden(callback: Any, view: Any) -> bool:
    schema = getattr(callback, "initkwargs", {}).get("schema", getattr(view, "schema", None))
    return schema is None


def _innermost(handler: Callable[..., Any]) -> CodeType:
    """`api_view` makes a class whose methods close over the function."""
    inner = inspect.getclosurevars(inspect.unwrap(handler)).nonlocals.get("func") if handler.__qualname__.startswith("api_view.") else None
    return code_of(inner or handler)


def _template(text: str) -> Tuple[str, Dict[str, str]]:
    """Named groups and converters become `{name}`, the rest is what a path that matches looks like."""
    values: Dict[str, str] = {}
    out = ""
    position = 0
    while position < len(text):
        group = GROUP.match(text, position)
        converted = CONVERTED.match(text, position)
        if group:
            end = _closing(text, position)
            values[group[1]] = _sample(text[group.end() : end])
            out += f"{{{group[1]}}}"
            position = end + 1
        elif converted:
            kind = converted[1]
            out += f"{{{converted[2]}:{kind}}}" if kind in ("int", "float", "uuid", "path") else f"{{{converted[2]}}}"
            position = converted.end()
        elif text[position] == "\\":
            if text[position + 1] not in "AZbB":
                out += text[position + 1]
            position += 2
        else:
            if text[position] not in "^$?":
                out += text[position]
            position += 1
    return "/" + out, values


def _closing(text: str, start: int) -> int:
    depth = 0
    position = start
    in_set = False
    while position < len(text):
        if text[position] == "\\":
            position += 1
        elif in_set:
            in_set = text[position] != "]"
        elif text[position] == "[":
            in_set = True
        elif text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    raise ValueError(f"A group of {text!r} is never closed.")


def _sample(expression: str) -> str:
    for sample in SAMPLES:
        if re.fullmatch(expression, sample):
            return sample
    raise ValueError(f"No sample value matches {expression!r}: add one.")
