from abc import ABC, abstractmethod
from functools import partial
from typing import Callable, List, Optional

from fastapi import Depends, Header, HTTPException, Request
from fastapi.routing import APIRoute

from .tokens import Identity, identity, maybe


class Policy(ABC):
    """A guard whose rule is filled in by a subclass."""

    status = 403

    async def __call__(self, request: Request, who: Optional[Identity] = Depends(maybe)) -> Optional[Identity]:
        if not await self.allows(request, who):
            raise HTTPException(status_code=self.status)
        return who

    @abstractmethod
    async def allows(self, request: Request, who: Optional[Identity]) -> bool: ...

    def __or__(self, other: "Policy") -> "Policy":
        return Either(self, other)

    def __and__(self, other: "Policy") -> "Policy":
        return Both(self, other)


class SignedIn(Policy):
    status = 401

    async def allows(self, request, who):
        return who is not None


class Anyone(Policy):
    async def allows(self, request, who):
        return True


class HasRole(Policy):
    def __init__(self, role: str) -> None:
        self.role = role

    async def allows(self, request, who):
        return who is not None and self.role in who.roles


class Reading(Policy):
    """Lets everyone read."""

    async def allows(self, request, who):
        return request.method in ("GET", "HEAD", "OPTIONS")


class Either(Policy):
    def __init__(self, *policies: Policy) -> None:
        self.policies = policies

    async def allows(self, request, who):
        for policy in self.policies:
            if await policy.allows(request, who):
                return True
        return False


class Both(Policy):
    def __init__(self, *policies: Policy) -> None:
        self.policies = policies

    async def allows(self, request, who):
        for policy in self.policies:
            if not await policy.allows(request, who):
                return False
        return True


def has_key(expected: str, x_clinic_key: Optional[str] = Header(default=None)) -> None:
    if x_clinic_key != expected:
        raise HTTPException(status_code=403)


class Gate:
    """Guards as methods."""

    def __init__(self, ward: str) -> None:
        self.ward = ward

    def check(self, who: Identity = Depends(identity)) -> Identity:
        if who.ward != self.ward:
            raise HTTPException(status_code=403)
        return who

    @staticmethod
    def chief(who: Identity = Depends(identity)) -> None:
        if not who.is_chief:
            raise HTTPException(status_code=403)

    @classmethod
    def for_ward(cls, ward: str):
        return Depends(cls(ward).check)


def all_of(*guards: Callable) -> List:
    return [Depends(guard) for guard in guards]


def require(*roles: str, match_all: bool = False):
    test = all if match_all else any

    async def guard(who: Identity = Depends(identity)) -> Identity:
        if not test(role in who.roles for role in roles):
            raise HTTPException(status_code=403, detail=f"Needs {roles}")
        return who

    return guard


with_key = partial(has_key, "clinic-key")


class KeyedRoute(APIRoute):
    """The check stands around the handler that the route makes."""

    def get_route_handler(self) -> Callable:
        original = super().get_route_handler()

        async def keyed(request: Request):
            if request.headers.get("x-clinic-key") != "clinic-key":
                raise HTTPException(status_code=401)
            return await original(request)

        return keyed


class TimedRoute(APIRoute):
    """The same shape, without a check."""

    def get_route_handler(self) -> Callable:
        original = super().get_route_handler()

        async def timed(request: Request):
            response = await original(request)
            response.headers["x-caller"] = request.headers.get("x-clinic-key", "")[:2]
            return response

        return timed
