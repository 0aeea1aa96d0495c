"""One endpoint as a framework's own routing lists it."""

import functools
import inspect
import re
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Dict, Iterable, List, Optional, Set, Tuple

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PARAMETER = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass
class Endpoint:
    #: `WEBSOCKET` for sockets, `*` where every method is answered by something opaque.
    method: str
    #: With `{name}` or `{name:convertor}` for parameters; convertors `int`, `float`, `uuid` and `path` get a value that fits.
    template: str
    name: str = ""
    #: Left out of the generated document.
    hidden: bool = False
    #: Answered by the framework, and not by the code: HEAD beside GET.
    implied: bool = False
    host: Optional[str] = None
    #: Any of these running says that the handler was reached.
    code: Set[CodeType] = field(default_factory=set)
    #: Values of parameters that the route accepts, where the convertor does not say it: a regular expression, an enumeration.
    values: Dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return PARAMETER.sub(r"{\1}", self.template) or "/"


def first_of_each(endpoints: Iterable[Endpoint]) -> List[Endpoint]:
    """In the order in which the framework tries them: the first of one method and path is the one that answers."""
    found: Dict[Tuple[str, str, Optional[str]], Endpoint] = {}
    for endpoint in endpoints:
        found.setdefault((endpoint.method, endpoint.path, endpoint.host), endpoint)
    return list(found.values())


def code_of(handler: Any) -> CodeType:
    """Of the innermost function: what decorators with `functools.wraps` put around it are guards, and not yet the handler."""
    while isinstance(handler, functools.partial):
        handler = handler.func
    handler = inspect.unwrap(handler)
    handler = getattr(handler, "__func__", handler)
    if not hasattr(handler, "__code__"):
        handler = inspect.unwrap(type(handler).__call__)
    return handler.__code__
