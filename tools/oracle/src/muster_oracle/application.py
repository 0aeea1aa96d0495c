"""Imports an application, and what must be done before it is called."""

import importlib
import inspect
import sys
from pathlib import Path
from typing import Any, Dict

from .frameworks import Framework
from .wsgi import in_thread


async def load(framework: Framework, folder: Path, config: Dict[str, Any]) -> Any:
    """`application` is `module:attribute`, or `module:factory()` for a function without arguments that makes one."""
    sys.path.insert(0, str(folder / config.get("source", ".")))
    framework.prepare(config)
    factory = config["application"].endswith("()")
    app = named(config["application"].removesuffix("()"))
    if factory:
        app = app()
    return await app if inspect.isawaitable(app) else app


async def set_up(config: Dict[str, Any]) -> None:
    """Calls the `module:function` of `setup`: tables, users, sessions. A plain one runs where WSGI applications do."""
    if "setup" not in config:
        return
    function = named(config["setup"])
    await (function() if inspect.iscoroutinefunction(function) else in_thread(function))


def named(reference: str) -> Any:
    module, _, path = reference.partition(":")
    found = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    return found
