from __future__ import annotations

from typing import Iterable

from fastapi import APIRouter, Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from . import __version__
from .settings import Settings


class AppBuilder:
    """Puts the application together, a part at a time."""

    title = "Storefront"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.app = FastAPI(title=self.title, version=__version__, docs_url=settings.docs_url, redoc_url=None)

    def with_routers(self, routers: Iterable[APIRouter], prefix: str = "", guard=None, **options) -> AppBuilder:
        dependencies = [Depends(guard)] if guard is not None else None
        for router in routers:
            self.app.include_router(router, prefix=prefix, dependencies=dependencies, **options)
        return self

    def with_static(self, path: str, directory: str) -> AppBuilder:
        self.app.mount(path, StaticFiles(directory=directory), name="static")
        return self

    def build(self) -> FastAPI:
        self._add_health()
        return self.app

    def _add_health(self) -> None:
        @self.app.get("/health", include_in_schema=False)
        def health():
            return "ok"
