"""Dependencies that look at the caller, or are named as if, and turn no stranger away."""

from typing import Annotated, Iterator, Optional

from fastapi import Depends, Header, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials

from .auth import get_optional_user, optional_bearer, optional_oauth2
from .store import Session, User, user_for_session, user_for_token


def get_session() -> Iterator[Session]:
    session = Session()
    try:
        yield session
    finally:
        session.close()


SessionDep = Annotated[Session, Depends(get_session)]


def forgets_to_raise(authorization: Optional[str] = Header(default=None)) -> Optional[User]:
    if authorization is None:
        HTTPException(status_code=401)
    return user_for_token(authorization)


def returns_the_error(authorization: Optional[str] = Header(default=None)):
    if user_for_token(authorization) is None:
        return HTTPException(status_code=401)
    return user_for_token(authorization)


def returns_none(authorization: Optional[str] = Header(default=None)) -> Optional[User]:
    token = (authorization or "").split(" ")[-1]
    user = user_for_token(token)
    if not user:
        return None
    return user


def swallows(credentials: Optional[HTTPAuthorizationCredentials] = Depends(optional_bearer)) -> Optional[User]:
    try:
        if credentials is None:
            raise HTTPException(status_code=401)
        return user_for_token(credentials.credentials)
    except HTTPException:
        return None


def swallows_all(request: Request) -> bool:
    try:
        if user_for_session(request.cookies["sid"]) is None:
            raise HTTPException(status_code=401)
    except Exception:
        pass
    return True


def guests_only(user: Optional[User] = Depends(get_optional_user)) -> None:
    """Rejects, but those who are signed in."""
    if user is not None:
        raise HTTPException(status_code=403, detail="You are already signed in")


def ban_list(request: Request) -> None:
    """Rejects some, by where they come from."""
    if request.client and request.client.host == "203.0.113.7":
        raise HTTPException(status_code=403)


def only_for_wrong_tokens(token: Optional[str] = Depends(optional_oauth2)) -> Optional[User]:
    """A wrong token is rejected, no token is not."""
    if token is None:
        return None
    user = user_for_token(token)
    if user is None:
        raise HTTPException(status_code=401)
    return user


def checks_after_the_fact(request: Request):
    """The handler has run by the time this asks."""
    yield
    if user_for_session(request.cookies.get("sid")) is None:
        request.state.suspicious = True


def never_on(enabled: bool = False, authorization: Optional[str] = Header(default=None)) -> None:
    """The caller decides whether there is a check."""
    if enabled:
        if user_for_token(authorization) is None:
            raise HTTPException(status_code=401)


def require_json(content_type: str = Header(default="application/json")) -> None:
    if "json" not in content_type:
        raise HTTPException(status_code=415)
