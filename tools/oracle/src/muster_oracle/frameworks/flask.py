"""Flask: the rules of the application's URL map, and of the applications that a dispatcher mounts below it."""

import inspect
import re
from typing import Any, Dict, Iterator, List, Optional, Set

from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.routing import Rule, ValidationError

from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..repair import UUID
from ..wsgi import send as send

VARIABLE = re.compile(r"<(?:(?P<converter>\w+)(?:\([^<>]*\))?:)?(?P<name>\w+)>")
#: Tried in turn until a converter takes one.
EXAMPLES = ("1", "a", "2024-01-02", UUID, "1.5", "1001", "ab", "abcd", "abcdefgh", "a-1", "AB12")


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(_walk(app, ""))


def _walk(app: Any, prefix: str) -> Iterator[Endpoint]:
    """What is around an application is asked first: a dispatcher answers below its mounts, whatever the application has there."""
    if isinstance(app, DispatcherMiddleware):
        for mount in sorted(app.mounts, key=len, reverse=True):
            yield from _walk(app.mounts[mount], prefix + mount)
        yield from _walk(app.app, prefix)
    elif hasattr(app, "url_map"):
        yield from _around(app, prefix)
        for rule in app.url_map.iter_rules():
            yield from endpoints_of_rule(app, rule, prefix)
    elif hasattr(app, "app"):
        yield from _walk(app.app, prefix)
    elif getattr(app, "__self__", None) is not None:
        yield from _walk(app.__self__, prefix)
    else:
        yield Endpoint("*", prefix + "/{path:path}", hidden=True, code={code_of(app)})


def _around(app: Any, prefix: str) -> Iterator[Endpoint]:
    """The mounts of dispatchers that were put in `app.wsgi_app`."""
    layer = app.wsgi_app
    while layer is not None and getattr(layer, "__self__", None) is not app:
        if isinstance(layer, DispatcherMiddleware):
            for mount in sorted(layer.mounts, key=len, reverse=True):
                yield from _walk(layer.mounts[mount], prefix + mount)
        layer = getattr(layer, "app", None)


def endpoints_of_rule(app: Any, rule: Rule, prefix: str) -> Iterator[Endpoint]:
    if rule.build_only:
        return
    view = app.view_functions.get(rule.endpoint)
    values = _values(app, rule)
    template = VARIABLE.sub(lambda match: f"{{{match['name']}}}", prefix + rule.rule)
    for method in _methods(rule):
        yield Endpoint(
            method,
            template,
            rule.endpoint,
            hidden=_is_of_library(view),
            implied=method == "HEAD" and "GET" in rule.methods and not hasattr(_class_of(view), "head"),
            host=_host(app, rule),
            code=_code(view, method),
            values=values,
        )


def _methods(rule: Rule) -> List[str]:
    """OPTIONS is mostly answered by the framework, and then is no endpoint."""
    if getattr(rule, "websocket", False):
        return ["WEBSOCKET"]
    automatic = {"OPTIONS"} if getattr(rule, "provide_automatic_options", False) else set()
    return [method for method in (rule.methods or METHODS) if method not in automatic]


def _host(app: Any, rule: Rule) -> Optional[str]:
    if app.url_map.host_matching:
        return rule.host or None
    server = app.config.get("SERVER_NAME")
    return f"{rule.subdomain}.{server}" if rule.subdomain and server else None


def _class_of(view: Any) -> Any:
    while view is not None:
        if getattr(view, "view_class", None) is not None:
            return view.view_class
        view = getattr(view, "__wrapped__", None)
    return None


def _code(view: Any, method: str) -> Set[Any]:
    cls = _class_of(view)
    if cls is None:
        return set() if view is None else {code_of(view)}
    for name in (method.lower(), "get" if method == "HEAD" else "", "dispatch_request"):
        if hasattr(cls, name):
            return {code_of(getattr(cls, name))}
    return set()


def _is_of_library(view: Any) -> bool:
    """Static files, and the documents and pages that extensions serve."""
    cls = _class_of(view)
    if cls is not None and getattr(cls, "__apidoc__", None) is False:
        return True
    module = getattr(cls or inspect.unwrap(getattr(view, "__func__", view)), "__module__", "") or ""
    return module.split(".")[0] in ("flask", "quart", "flask_restx", "flask_restful", "flask_smorest")


def _values(app: Any, rule: Rule) -> Dict[str, str]:
    """Values that reach this rule: neither refused by a converter nor sent on to the rule that has them as its defaults."""
    taken = {name: str(value) for other in app.url_map.iter_rules(rule.endpoint) for name, value in (other.defaults or {}).items()}
    found = {}
    for name, converter in rule._converters.items():
        for example in EXAMPLES + tuple(getattr(converter, "items", ())):
            if re.fullmatch(converter.regex, example) and example != taken.get(name) and _takes(converter, example):
                found[name] = example
                break
    return found


def _takes(converter: Any, example: str) -> bool:
    try:
        converter.to_python(example)
    except (ValidationError, ValueError):
        return False
    return True
