"""Connexion: the routes that specifications made, those that stand beside them, and the documents of each API."""

import re
from typing import Any, Iterator, List

from .. import asgi, wsgi
from ..endpoint import METHODS, Endpoint, code_of, first_of_each
from ..exchange import Answer, Request
from . import flask

#: Path parameters are names of arguments: hyphens become underscores.
PARAMETER = re.compile(r"{([^}]+)}")


def endpoints_of(app: Any) -> List[Endpoint]:
    if hasattr(app, "middleware_stack"):
        return _behind_middleware(app)
    middleware = getattr(app, "middleware", None)
    if middleware is None:
        return first_of_each([*_documents_2(app), *_of_flask(app.app)])
    if middleware.middleware_stack is None:
        middleware.app, middleware.middleware_stack = middleware._build_middleware_stack()
    inner = getattr(app, "app", None)
    served = _of_flask(inner) if hasattr(inner, "url_map") else _of_specifications(middleware.apis)
    return first_of_each([*_documents_3(middleware.apis), *served])


async def send(app: Any, request: Request) -> Answer:
    return await (asgi.send if hasattr(app, "middleware") or hasattr(app, "middleware_stack") else wsgi.send)(app, request)


def _behind_middleware(app: Any) -> List[Endpoint]:
    """Of an application of Flask that Connexion stands before, and makes no routes for."""
    served = list(_of_flask(_innermost(app.app)))
    if app.middleware_stack is None:
        app.app, app.middleware_stack = app._build_middleware_stack()
    return first_of_each([*_documents_3(app.apis), *served])


def _innermost(app: Any) -> Any:
    """What an adapter from ASGI to WSGI holds."""
    while not hasattr(app, "url_map"):
        app = app.app if hasattr(app, "app") else app.wsgi_application
    return app


def _of_flask(app: Any) -> Iterator[Endpoint]:
    for endpoint in flask.endpoints_of(app):
        view = app.view_functions.get(endpoint.name)
        if _is_of_connexion(view):
            continue
        # Names of endpoints differ between the versions.
        endpoint.name = ""
        yield endpoint


def _is_of_connexion(view: Any) -> bool:
    return type(getattr(view, "__self__", None)).__module__.startswith("connexion.")


def _documents_2(app: Any) -> Iterator[Endpoint]:
    for rule in app.app.url_map.iter_rules():
        if _is_of_connexion(app.app.view_functions[rule.endpoint]) and rule.rule.endswith((".json", ".yaml")):
            yield from _document(rule.rule)


def _documents_3(apis: Any) -> Iterator[Endpoint]:
    for api in apis:
        name = "swagger" if api.specification.version < (3, 0, 0) else "openapi"
        for ending in ("json", "yaml"):
            yield from _document(f"{_base_path(api)}/{name}.{ending}")


def _document(path: str) -> Iterator[Endpoint]:
    yield Endpoint("GET", path, hidden=True)
    yield Endpoint("HEAD", path, hidden=True, implied=True)


def _base_path(api: Any) -> str:
    return (api.specification.base_path if api.base_path is None else api.base_path).rstrip("/")


def _of_specifications(apis: Any) -> Iterator[Endpoint]:
    """Of an application without Flask."""
    from connexion.resolver import Resolver

    for api in apis:
        resolver = api.kwargs.get("resolver") or Resolver()
        for path, operations in api.specification["paths"].items():
            template = PARAMETER.sub(lambda match: "{" + match[1].replace("-", "_") + "}", path)
            for method in operations:
                if method.upper() not in METHODS:
                    continue
                operation = api.specification.operation_cls.from_spec(api.specification, path=path, method=method, resolver=resolver, uri_parser_class=None)
                yield Endpoint(method.upper(), _base_path(api) + template, code={code_of(operation.function)})
