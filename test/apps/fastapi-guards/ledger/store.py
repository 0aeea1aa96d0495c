"""What would be a database."""

from dataclasses import dataclass, field
from typing import Dict, List, Optional


@dataclass
class User:
    name: str
    roles: List[str] = field(default_factory=list)
    scopes: List[str] = field(default_factory=list)
    active: bool = True


ROOT = User("root", roles=["admin", "auditor"], scopes=["entries:read", "entries:write"])

TOKENS: Dict[str, User] = {"root-token": ROOT}
SESSIONS: Dict[str, User] = {"root-session": ROOT}
PASSWORDS: Dict[str, str] = {"root": "root"}


class Session:
    """Has nothing to do with who is calling."""

    def add(self, record: object) -> None:
        pass

    def close(self) -> None:
        pass


def user_for_token(token: Optional[str]) -> Optional[User]:
    return TOKENS.get(token or "")


def user_for_session(sid: Optional[str]) -> Optional[User]:
    if sid is None:
        return None
    return SESSIONS.get(sid)
