"""Guards as dependencies, in every place one can stand."""

from typing import Annotated, Optional

from fastapi import APIRouter, Depends, Security

from .. import auth
from ..auth import (
    Caller,
    CurrentUser,
    KeyGuard,
    Permissions,
    RoleChecker,
    get_active_user,
    get_current_user,
    get_user_with_scopes,
    require_role,
    require_scopes,
)
from ..schemas import Entry
from ..store import User

router = APIRouter(prefix="/dependencies")

only_admins = RoleChecker(["admin"])
AuditorDep = Annotated[User, Depends(RoleChecker(["auditor"]))]


@router.get("/default")
def as_default(user: User = Depends(get_current_user)):
    return user.name


@router.get("/transitive")
def transitive(user: User = Depends(get_active_user)):
    return user.name


@router.get("/annotated")
def annotated(user: Annotated[User, Depends(get_current_user)]):
    return user.name


@router.get("/alias")
def alias(user: CurrentUser):
    return user.name


@router.post("/route", dependencies=[Depends(get_current_user)])
def on_route(entry: Entry):
    return entry


@router.post("/instance")
def instance(entry: Entry, user: User = Depends(only_admins)):
    return user.name


@router.get("/instance-alias")
def instance_alias(user: AuditorDep):
    return user.name


@router.get("/instance-inline", dependencies=[Depends(KeyGuard("machine-key", "other-key"))])
async def instance_inline():
    return {}


@router.get("/class")
def class_dependency(caller: Caller = Depends()):
    return caller.user.name


@router.get("/class-annotated")
def class_annotated(caller: Annotated[Caller, Depends(Caller)]):
    return caller.address


@router.delete("/class-method/{entry_id}")
def class_method(entry_id: int, permissions: Annotated[Permissions, Depends()]):
    permissions.require("admin")
    return entry_id


@router.get("/factory")
def factory(user: User = Depends(require_role("admin"))):
    return user.name


@router.get("/scopes")
def scopes(user: User = Security(get_user_with_scopes, scopes=["entries:read"])):
    return user.name


@router.put("/scopes/{entry_id}", dependencies=[require_scopes("entries:write")])
def scopes_factory(entry_id: int):
    return entry_id


@router.get("/yield")
def with_yield(user: User = Depends(auth.rejecting_transaction)):
    return user.name


SCHEMES = {
    "code": auth.by_code,
    "bearer": auth.by_bearer,
    "basic": auth.by_basic,
    "digest": auth.by_digest,
    "key-header": auth.by_key_header,
    "key-query": auth.by_key_query,
    "key-cookie": auth.by_key_cookie,
    "openid": auth.by_openid,
    "plain-header": auth.by_plain_header,
    "session": auth.by_session,
    "cookie-parameter": auth.by_cookie_parameter,
    "required-after-all": auth.required_after_all,
    "hidden": auth.hides_behind_404,
}


def answer():
    return {}


for name, guard in SCHEMES.items():
    router.add_api_route(f"/schemes/{name}", answer, methods=["GET"], dependencies=[Depends(guard)], name=name)


@router.get("/optional/then-checked")
def optional_then_checked(user: Optional[User] = Depends(auth.get_optional_user)):
    if user is None:
        raise auth.credentials_error
    return user.name


@router.get("/optional/then-denied")
def optional_then_denied(user: Optional[User] = Depends(auth.get_optional_user)):
    if not user:
        auth.deny()
    return user.name


@router.get("/optional/then-used")
def optional_then_used(user: Optional[User] = Depends(auth.get_optional_user)):
    return {"name": user.name if user else "stranger"}


@router.get("/optional/scheme")
def optional_scheme(token: Optional[str] = Depends(auth.optional_oauth2)):
    return {"token": bool(token)}


# Nothing looks at what the token says.
@router.get("/bare/oauth2")
def bare_oauth2(token: str = Depends(auth.oauth2_scheme)):
    return {}


@router.get("/bare/bearer", dependencies=[Depends(auth.bearer)])
def bare_bearer():
    return {}
