from typing import NoReturn

from fastapi import HTTPException, status


class NotAllowed(HTTPException):
    def __init__(self, detail: str = "Not allowed") -> None:
        super().__init__(status_code=status.HTTP_403_FORBIDDEN, detail=detail)


class LoginRequired(Exception):
    """Answered by a handler of the application: a redirect to the sign-in page."""


credentials_error = HTTPException(
    status_code=status.HTTP_401_UNAUTHORIZED,
    detail="Could not validate credentials",
    headers={"WWW-Authenticate": "Bearer"},
)


def deny(detail: str = "Not authenticated") -> NoReturn:
    raise HTTPException(status_code=401, detail=detail)
