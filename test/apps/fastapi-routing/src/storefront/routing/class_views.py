"""Class based views: the methods of a class become routes, its annotated attributes become dependencies."""

import inspect
from typing import Any, Callable, Type, TypeVar, get_type_hints

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute

T = TypeVar("T")


def view(router: APIRouter) -> Callable[[Type[T]], Type[T]]:
    """For classes whose methods were already declared with the router's own decorators."""

    def decorate(cls: Type[T]) -> Type[T]:
        _inject_attributes(cls)
        own = {function for _, function in inspect.getmembers(cls, inspect.isfunction)}
        for route in list(router.routes):
            if isinstance(route, APIRoute) and route.endpoint in own:
                router.routes.remove(route)
                _inject_self(cls, route.endpoint)
                router.add_api_route(
                    route.path[len(router.prefix) :],
                    route.endpoint,
                    methods=list(route.methods or []),
                    dependencies=route.dependencies[len(router.dependencies) :],
                    name=route.name,
                )
        return cls

    return decorate


def controller(router: APIRouter, *, prefix: str = "") -> Callable[[Type[T]], Type[T]]:
    """For classes whose methods are named for what they answer: `get`, `post`, `delete`."""

    def decorate(cls: Type[T]) -> Type[T]:
        _inject_attributes(cls)
        for verb in ("get", "post", "put", "patch", "delete"):
            method = getattr(cls, verb, None)
            if method is None:
                continue
            _inject_self(cls, method)
            router.add_api_route(prefix, method, methods=[verb.upper()], name=f"{cls.__name__}.{verb}")
        return cls

    return decorate


def _inject_attributes(cls: Type[Any]) -> None:
    hints = {name: hint for name, hint in get_type_hints(cls, include_extras=True).items()}
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(cls, name, inspect.Parameter.empty), annotation=hint)
        for name, hint in hints.items()
    ]

    def __init__(self: Any, **values: Any) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    cls.__init__ = __init__
    cls.__signature__ = inspect.Signature(parameters)


def _inject_self(cls: Type[Any], function: Callable) -> None:
    signature = inspect.signature(function)
    first, *rest = signature.parameters.values()
    replaced = [first.replace(default=Depends(cls), kind=inspect.Parameter.KEYWORD_ONLY)]
    replaced += [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in rest]
    function.__signature__ = signature.replace(parameters=replaced)
