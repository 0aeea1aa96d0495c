import os
from typing import Any, Dict, Optional

import jwt
from fastapi import Depends, HTTPException, Request, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordBearer

SECRET = os.environ.get("CLINIC_SECRET", "clinic-secret-that-is-long-enough-for-hs256")
AUTH = os.environ.get("CLINIC_AUTH", "on")
scheme = OAuth2PasswordBearer(tokenUrl="/token")
lenient = HTTPBearer(auto_error=False)


class Identity:
    def __init__(self, claims: Dict[str, Any]) -> None:
        self.name = claims["sub"]
        self.roles = claims.get("roles", [])
        self.ward = claims.get("ward")

    @property
    def is_chief(self) -> bool:
        return "chief" in self.roles


class TokenError(Exception):
    """Answered with 401 by a handler of the application."""



def decode(token: str) -> Dict[str, Any]:
    try:
        return jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.PyJWTError as error:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Invalid token", headers={"WWW-Authenticate": "Bearer"}) from error


def claims(token: str = Depends(scheme)) -> Dict[str, Any]:
    return decode(token)


def identity(found: Dict[str, Any] = Depends(claims)) -> Identity:
    return Identity(found)


def raises_own(request: Request) -> Identity:
    """A custom error; that it becomes a 401 stands elsewhere."""
    header = request.headers.get("authorization")
    if not header:
        raise TokenError
    try:
        found = jwt.decode(header.split()[-1], SECRET, algorithms=["HS256"])
    except Exception as error:
        raise TokenError from error
    return Identity(found)


def by_index(request: Request) -> str:
    """The lookup itself raises."""
    try:
        return {"visit-1": "patient"}[request.cookies["visit"]]
    except KeyError:
        raise HTTPException(status_code=401) from None


def maybe(credentials: Optional[HTTPAuthorizationCredentials] = Depends(lenient)) -> Optional[Identity]:
    if credentials is None:
        return None
    try:
        return Identity(jwt.decode(credentials.credentials, SECRET, algorithms=["HS256"]))
    except jwt.InvalidTokenError:
        return None


def switchable(request: Request) -> Optional[Identity]:
    """Off where the environment says so."""
    if AUTH == "off":
        return None
    return raises_own(request)


def assigned(result: Optional[Identity] = Depends(maybe)) -> Identity:
    if result is not None:
        return result
    else:
        raise HTTPException(status_code=401)
