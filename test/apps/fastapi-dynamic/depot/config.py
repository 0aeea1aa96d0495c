import os
from dataclasses import dataclass, field
from enum import Enum
from typing import List, NamedTuple

MODE = os.environ.get("DEPOT_MODE", "production")
PREFIX = os.getenv("DEPOT_PREFIX") or "/depot"
VERSIONS = {"stable": 3, "next": 4}


class Area(str, Enum):
    GATES = "/gates"
    RAMPS = "/ramps"


class Spec(NamedTuple):
    path: str
    methods: List[str]
    open: bool = False


@dataclass
class Config:
    prefix: str = PREFIX
    version: int = VERSIONS["stable"]
    areas: List[Area] = field(default_factory=lambda: [Area.GATES, Area.RAMPS])

    @property
    def base(self) -> str:
        return f"{self.prefix}/v{self.version}"

    @classmethod
    def load(cls) -> "Config":
        return cls()


config = Config.load()
