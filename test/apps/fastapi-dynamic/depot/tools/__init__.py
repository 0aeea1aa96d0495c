import importlib
import inspect
import pkgutil
from types import ModuleType
from typing import Iterator, Tuple

from fastapi import APIRouter


def routers_in(module: ModuleType) -> Iterator[Tuple[str, APIRouter]]:
    """Every router that a module holds, by name."""
    for name, value in inspect.getmembers(module, lambda value: isinstance(value, APIRouter)):
        yield name, value


def modules_below(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    for _, name, is_package in pkgutil.walk_packages(root.__path__, prefix=f"{root.__name__}."):
        if not is_package:
            yield importlib.import_module(name)
