"""Checks in the handler itself."""

import hmac
import secrets
from typing import Optional

from fastapi import APIRouter, Body, Cookie, Header, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse, RedirectResponse

from ..auth import MACHINE_KEY, SERVICE_TOKEN
from ..errors import LoginRequired, NotAllowed
from ..store import user_for_session, user_for_token

router = APIRouter(prefix="/inline")


@router.get("/header")
def header(request: Request):
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    if user_for_token(token) is None:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)
    return {}


@router.get("/header-parameter")
def header_parameter(x_api_key: Optional[str] = Header(default=None)):
    if x_api_key is None or not secrets.compare_digest(x_api_key, MACHINE_KEY):
        raise NotAllowed()
    return {}


@router.get("/cookie")
def cookie(sid: Optional[str] = Cookie(default=None)):
    if not user_for_session(sid):
        return JSONResponse({"detail": "Who are you?"}, status_code=401)
    return {}


@router.get("/response-object")
def response_object(request: Request):
    user = user_for_session(request.cookies.get("sid"))
    if user is None:
        return Response(status_code=status.HTTP_403_FORBIDDEN)
    return {"name": user.name}


@router.get("/redirect")
def redirect(request: Request):
    if not user_for_session(request.cookies.get("sid")):
        return RedirectResponse(url="/login?next=/inline/redirect", status_code=302)
    return {}


@router.get("/own-exception")
def own_exception(request: Request):
    if user_for_session(request.cookies.get("sid")) is None:
        raise LoginRequired()
    return {}


@router.post("/signature")
async def signature(request: Request, x_signature: str = Header(default="")):
    body = await request.body()
    expected = hmac.new(SERVICE_TOKEN.encode(), body, "sha256").hexdigest()
    if not hmac.compare_digest(expected, x_signature):
        raise HTTPException(status_code=401, detail="Bad signature")
    return {}


@router.get("/state")
def state(request: Request):
    """Filled by the middleware."""
    if not getattr(request.state, "user", None):
        raise HTTPException(status_code=401)
    return {}


@router.get("/state-unchecked")
def state_unchecked(request: Request):
    return {"user": str(getattr(request.state, "user", None))}


@router.get("/session")
def session(request: Request):
    """Starlette's signed session cookie."""
    if "user" not in request.session:
        raise HTTPException(status_code=401)
    return {}


@router.delete("/one-branch/{entry_id}")
def one_branch(entry_id: int, request: Request, soft: bool = False):
    """The check is on the way that fewer take."""
    if soft:
        if not user_for_session(request.cookies.get("sid")):
            raise HTTPException(status_code=401)
        return {"soft": True}
    return {"deleted": entry_id}


@router.post("/login")
def login(name: str = Body(default=""), password: str = Body(default="")):
    """A sign-in answers strangers: a wrong password is no sign that it is guarded."""
    return {"token": None if (name, password) != ("root", "root") else "root-token"}


@router.get("/compared-with-itself")
def compared_with_itself(x_tenant: str = Header(default="acme"), tenant: str = "acme"):
    """Both sides come from the caller."""
    if x_tenant != tenant and tenant == "nobody":
        raise HTTPException(status_code=403)
    return {}


@router.get("/not-found/{entry_id}")
def not_found(entry_id: int):
    raise HTTPException(status_code=404)
