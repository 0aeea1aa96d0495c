"""One module for each framework: what its routing lists, and how a request is put to it."""

import importlib
from typing import Any, Dict, List

from ..endpoint import Endpoint
from ..exchange import Answer, Request


class Framework:
    """What a module of this package offers, with what is common where it offers nothing."""

    def __init__(self, name: str) -> None:
        self._module = importlib.import_module(f".{name.replace('-', '_')}", __name__)

    def prepare(self, config: Dict[str, Any]) -> None:
        """Before the application is imported: settings that must be there."""
        if hasattr(self._module, "prepare"):
            self._module.prepare(config)

    def preload(self) -> None:
        """Imports what every application imports, where importing the module of this package does not: once for many applications."""
        if hasattr(self._module, "preload"):
            self._module.preload()

    def endpoints_of(self, app: Any) -> List[Endpoint]:
        return self._module.endpoints_of(app)

    async def send(self, app: Any, request: Request) -> Answer:
        return await self._module.send(app, request)

    def repair(self, request: Request, answer: Answer, parameters: Dict[str, str]) -> bool:
        """True when a request that was refused for its form was mended, and another try is worth it."""
        return hasattr(self._module, "repair") and self._module.repair(request, answer, parameters)
