"""Guards that reject."""

import hmac
import os
from typing import Callable, List, Optional

from fastapi import Cookie, Depends, Header, HTTPException, Request, Security, status
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    HTTPDigest,
    OAuth2AuthorizationCodeBearer,
    OAuth2PasswordBearer,
    OpenIdConnect,
    SecurityScopes,
)

try:
    from typing import Annotated
except ImportError:
    from typing_extensions import Annotated

from .errors import NotAllowed, credentials_error, deny
from .store import PASSWORDS, User, user_for_session, user_for_token

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/token", scopes={"entries:read": "Read", "entries:write": "Write"})
oauth2_code = OAuth2AuthorizationCodeBearer(authorizationUrl="/authorise", tokenUrl="/token")
bearer = HTTPBearer()
basic = HTTPBasic()
digest = HTTPDigest()
key_header = APIKeyHeader(name="x-api-key")
key_query = APIKeyQuery(name="api_key")
key_cookie = APIKeyCookie(name="api_key")
oidc = OpenIdConnect(openIdConnectUrl="/.well-known/openid-configuration")

optional_bearer = HTTPBearer(auto_error=False)
optional_oauth2 = OAuth2PasswordBearer(tokenUrl="/token", auto_error=False)

MACHINE_KEY = os.environ.get("LEDGER_MACHINE_KEY", "machine-key")
SERVICE_TOKEN = os.getenv("LEDGER_SERVICE_TOKEN", "service-token")


async def get_current_user(token: str = Depends(oauth2_scheme)) -> User:
    user = user_for_token(token)
    if user is None:
        raise credentials_error
    return user


def get_active_user(user: User = Depends(get_current_user)) -> User:
    if not user.active:
        raise HTTPException(status_code=400, detail="Inactive user")
    return user


CurrentUser = Annotated[User, Depends(get_active_user)]


async def get_user_with_scopes(scopes: SecurityScopes, token: Annotated[str, Depends(oauth2_scheme)]) -> User:
    user = user_for_token(token)
    if not user:
        raise credentials_error
    for scope in scopes.scopes:
        if scope not in user.scopes:
            raise HTTPException(status_code=status.HTTP_403_FORBIDDEN, detail="Not enough permissions")
    return user


def by_code(token: str = Security(oauth2_code)) -> User:
    return user_for_token(token) or deny()


def by_bearer(credentials: HTTPAuthorizationCredentials = Security(bearer)) -> User:
    try:
        user = user_for_token(credentials.credentials)
        if user is None:
            raise ValueError("unknown token")
    except ValueError as error:
        raise HTTPException(status_code=401) from error
    return user


def by_basic(credentials: HTTPBasicCredentials = Depends(basic)) -> str:
    expected = PASSWORDS.get(credentials.username, "")
    same = hmac.compare_digest(credentials.password.encode(), expected.encode())
    if not (expected and same):
        raise HTTPException(401, "Wrong name or password", {"WWW-Authenticate": "Basic"})
    return credentials.username


def by_digest(credentials: HTTPAuthorizationCredentials = Depends(digest)) -> str:
    if credentials.credentials != "root-digest":
        raise HTTPException(status_code=403)
    return credentials.credentials


def by_key_header(key: str = Security(key_header)) -> str:
    if not hmac.compare_digest(key, MACHINE_KEY):
        raise NotAllowed("Unknown key")
    return key


def by_key_query(key: str = Security(key_query)) -> None:
    if key == MACHINE_KEY:
        return
    raise NotAllowed()


def by_key_cookie(key: str = Security(key_cookie)) -> str:
    match key:
        case "machine-key":
            return key
        case _:
            raise NotAllowed()


def by_openid(authorization: str = Security(oidc)) -> User:
    kind, _, token = authorization.partition(" ")
    user = user_for_token(token) if kind.lower() == "bearer" else None
    if user is None:
        deny("Unknown token")
    return user


def by_plain_header(x_service_token: Annotated[Optional[str], Header()] = None) -> None:
    if x_service_token != SERVICE_TOKEN:
        raise HTTPException(status_code=401, detail="Wrong service token")


def by_session(request: Request) -> User:
    user = user_for_session(request.cookies.get("sid"))
    if user is None:
        raise HTTPException(status_code=401)
    return user


def by_cookie_parameter(sid: Optional[str] = Cookie(default=None)) -> User:
    if not sid or not (user := user_for_session(sid)):
        raise HTTPException(status_code=401)
    return user


def required_after_all(credentials: Optional[HTTPAuthorizationCredentials] = Depends(optional_bearer)) -> User:
    """The scheme is optional, this is not."""
    if credentials is None:
        raise HTTPException(status_code=401)
    user = user_for_token(credentials.credentials)
    if user is None:
        raise HTTPException(status_code=401)
    return user


def get_optional_user(token: Optional[str] = Depends(optional_oauth2)) -> Optional[User]:
    if not token:
        return None
    return user_for_token(token)


def hides_behind_404(request: Request) -> User:
    """Strangers are told that there is nothing."""
    header = request.headers.get("authorization", "")
    user = user_for_token(header.removeprefix("Bearer "))
    if not user:
        raise HTTPException(status_code=404)
    return user


class RoleChecker:
    def __init__(self, allowed: List[str]) -> None:
        self.allowed = allowed

    def __call__(self, user: User = Depends(get_current_user)) -> User:
        if not any(role in self.allowed for role in user.roles):
            raise NotAllowed("Wrong role")
        return user


class KeyGuard:
    """A callable without sub-dependencies that reads the request itself."""

    header = "x-api-key"

    def __init__(self, *keys: str) -> None:
        self._keys = frozenset(keys)

    async def __call__(self, request: Request) -> None:
        if request.headers.get(self.header) not in self._keys:
            self._reject()

    def _reject(self) -> None:
        raise HTTPException(status_code=403, detail="Unknown key")


class Caller:
    """A class as the dependency: its constructor is what runs."""

    def __init__(self, request: Request, user: User = Depends(get_current_user)) -> None:
        self.user = user
        self.address = request.client.host if request.client else ""


class Permissions:
    def __init__(self, token: str = Depends(oauth2_scheme)) -> None:
        user = user_for_token(token)
        if user is None:
            raise NotAllowed()
        self.user = user

    def require(self, role: str) -> None:
        if role not in self.user.roles:
            raise NotAllowed()


def require_role(role: str) -> Callable[..., User]:
    def check(user: CurrentUser) -> User:
        if role not in user.roles:
            raise NotAllowed(role)
        return user

    return check


def require_scopes(*scopes: str):
    return Security(get_user_with_scopes, scopes=list(scopes))


def rejecting_transaction(user: User = Depends(get_current_user)):
    """A guard before its `yield`."""
    if "admin" not in user.roles:
        raise NotAllowed()
    try:
        yield user
    finally:
        user.active = user.active
