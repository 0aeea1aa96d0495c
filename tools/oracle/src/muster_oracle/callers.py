"""Who calls: nobody, callers with credentials that nobody issued, and the callers of the application's own `oracle.json`."""

from dataclasses import dataclass, field
from typing import Any, Dict, List

GARBAGE = "no-such-credential"
AUTHORISATIONS = (
    f"Bearer {GARBAGE}",
    "Basic bm8tc3VjaDpjcmVkZW50aWFs",
    f"Digest {GARBAGE}",
    GARBAGE,
)


@dataclass
class Caller:
    headers: Dict[str, str] = field(default_factory=dict)
    cookies: Dict[str, str] = field(default_factory=dict)
    query: Dict[str, str] = field(default_factory=dict)


def strangers(names: Dict[str, List[str]]) -> List[Caller]:
    """One for each way to fill `Authorization`; every other place where a credential could stand is filled too."""
    return [
        Caller(
            {"authorization": authorisation, **{name: GARBAGE for name in names.get("headers", [])}},
            {name: GARBAGE for name in names.get("cookies", [])},
            {name: GARBAGE for name in names.get("query", [])},
        )
        for authorisation in AUTHORISATIONS
    ]


def known(config: Dict[str, Any]) -> List[Caller]:
    return [_caller(described) for described in config.get("callers", [])]


def everybody(config: Dict[str, Any]) -> Caller:
    """What every request carries, a stranger's too: a CSRF token, a header that anyone sets."""
    return _caller(config.get("everybody", {}))


def _caller(described: Dict[str, Any]) -> Caller:
    return Caller(described.get("headers", {}), described.get("cookies", {}), described.get("query", {}))
