"""Bottle: the routes of an application and of those mounted on it."""

import re
from typing import Any, Dict, Iterator, List

from ..endpoint import Endpoint, code_of, first_of_each
from ..wsgi import send

__all__ = ["endpoints_of", "send"]

NEW = re.compile(r"<(\w*)(?::(\w+)(?::((?:\\.|[^\\>])+))?)?>|(?<!\\):(\w+)(?:#(.*?)#)?")


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(_walk(app, ""))


def _walk(app: Any, prefix: str) -> Iterator[Endpoint]:
    for route in app.routes:
        mounted = route.config.get("mountpoint") if hasattr(route.config, "get") else None
        target = mounted["target"] if mounted else route.config.get("mountpoint.target")
        if target is None:
            values: Dict[str, str] = {}
            template = prefix + _template(route.rule, values)
            method = "*" if route.method in ("ANY", "PROXY") else route.method
            yield Endpoint(method, template, getattr(route.callback, "__name__", ""), code={code_of(_innermost(route.callback))}, values=values)
        elif route.rule.endswith(">"):
            # A mount by WSGI is a route for everything below the prefix, and another for the prefix itself.
            yield from _walk(target, prefix + (mounted["prefix"] if mounted else route.config["mountpoint.prefix"]).rstrip("/"))


def _template(rule: str, values: Dict[str, str]) -> str:
    def placeholder(match: "re.Match[str]") -> str:
        name, kind = match[1] or match[4] or "", match[2] or ""
        if match[3] or match[5]:
            values[name] = "a"
        return f"{{{name}:{kind}}}" if kind in ("int", "float", "path") else f"{{{name}}}"

    return NEW.sub(placeholder, rule)


def _innermost(callback: Any) -> Any:
    """Decorators without `functools.wraps` keep the handler in their closure."""
    while not hasattr(callback, "__wrapped__"):
        inner = [cell.cell_contents for cell in getattr(callback, "__closure__", None) or () if callable(cell.cell_contents) and hasattr(cell.cell_contents, "__code__")]
        if len(inner) != 1:
            break
        callback = inner[0]
    return callback


