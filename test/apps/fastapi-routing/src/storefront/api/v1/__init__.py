"""All modules of this package that hold a `router` are part of version 1."""

import importlib
import pkgutil

from fastapi import APIRouter

router = APIRouter()

for found in pkgutil.iter_modules(__path__):
    if found.name.startswith("_"):
        continue
    module = importlib.import_module(f"{__name__}.{found.name}")
    if hasattr(module, "router"):
        router.include_router(module.router)
