from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.sessions import SessionMiddleware

from .auth import MACHINE_KEY, get_current_user
from .errors import LoginRequired
from .lookalikes import get_session
from .middleware import MachineMiddleware, OfficeMiddleware, load_user
from .routes import decorated, dependencies, inline, layers, lookalikes, sockets, zones
from .store import user_for_session
from .subapps import public, reports, vault_annexe

OPEN_IN_VAULT = {"/vault/opening-hours", "/vault/map"}

app = FastAPI(
    title="Ledger",
    openapi_url=None,
    dependencies=[Depends(get_session)],
    middleware=[
        Middleware(SessionMiddleware, secret_key="not-a-secret-of-anyone", max_age=None),
        Middleware(MachineMiddleware, key=MACHINE_KEY),
    ],
)


@app.middleware("http")
async def vault(request: Request, call_next):
    path = request.url.path
    if path.startswith("/vault") and path not in OPEN_IN_VAULT:
        if user_for_session(request.cookies.get("sid")) is None:
            return JSONResponse({"detail": "The vault is closed"}, status_code=401)
    return await call_next(request)


app.add_middleware(OfficeMiddleware, zone="/office", open_prefixes=["/office/public/"])
app.add_middleware(CORSMiddleware, allow_origins=["*"])
app.middleware("http")(load_user)


@app.exception_handler(LoginRequired)
async def to_login(request: Request, error: LoginRequired):
    return RedirectResponse("/login", status_code=303)


for module in (dependencies, lookalikes, inline, decorated, sockets, zones):
    app.include_router(module.router)
app.include_router(layers.outer)

app.mount("/reports", reports)
app.mount("/public", public)
app.mount("/vault/annexe", vault_annexe)


@app.get("/login")
def login_page():
    return {}


@app.get("/overridden")
def overridden(user=Depends(get_current_user)):
    """The override below is of another application."""
    return {}


def demo_user():
    return None


# For demonstrations: whoever it is, is nobody in particular.
demo = FastAPI(openapi_url=None)


@demo.get("/who")
def who(user=Depends(get_current_user)):
    return {}


demo.dependency_overrides[get_current_user] = demo_user
app.mount("/demo", demo)
