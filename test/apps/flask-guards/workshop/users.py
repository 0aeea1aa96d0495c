from dataclasses import dataclass, field


@dataclass
class User:
    id: str
    admin: bool = False
    roles: list = field(default_factory=list)
    active: bool = True


_USERS = {"root": User("root", True, ["owner", "staff"])}
_TOKENS = {"root-token": "root"}
API_KEY = "machine-key-machine-key-machine-key"


def find(user_id):
    return _USERS.get(user_id)


def by_token(token):
    return _USERS.get(_TOKENS.get(token, ""))
