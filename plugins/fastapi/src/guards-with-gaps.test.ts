import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const guarded = `
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`;

const open: readonly Case[] = [
  {
    claim: "a verification whose options by position switch the signature off",
    code: `
def guard(authorization: str = Header()):
    try:
        jwt.decode(authorization, KEY, ["HS256"], {"verify_signature": False})
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a verification that old PyJWT was told by position not to make",
    code: `
def guard(authorization: str = Header()):
    try:
        jwt.decode(authorization, KEY, False)
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a verification whose options are not known",
    code: `
def guard(authorization: str = Header()):
    try:
        jwt.decode(authorization, KEY, **load_options())
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a verification with the algorithm none",
    code: `
def guard(authorization: str = Header()):
    try:
        jwt.decode(authorization, KEY, algorithms=["none"])
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "claims that are read without verification",
    code: `
from jose import jwt as jose
def guard(authorization: str = Header()):
    try:
        return jose.get_unverified_claims(authorization)
    except Exception:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a token that is only decoded from base64",
    code: `
import base64, json
def guard(authorization: str = Header()):
    try:
        return json.loads(base64.b64decode(authorization))
    except ValueError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a verifier's ValueError that is swallowed",
    code: `
from google.oauth2 import id_token
def guard(authorization: str = Header()):
    try:
        return id_token.verify_oauth2_token(authorization, transport)
    except ValueError:
        return None
${guarded}`,
  },
  {
    claim: "a token that is verified only when there is one",
    code: `
def guard(authorization: str | None = Header(default=None)):
    if authorization:
        try:
            jwt.decode(authorization, KEY, algorithms=["HS256"])
        except jwt.PyJWTError:
            raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "an asynchronous check that is called and not awaited",
    code: `
async def require(token):
    if not token:
        raise HTTPException(status_code=401)
async def guard(token: str | None = Depends(optional_scheme)):
    require(token)
${guarded}`,
  },
  {
    claim: "a method that is asynchronous and not awaited",
    code: `
class Auth:
    async def require(self, token):
        if not token:
            raise HTTPException(status_code=401)
auth = Auth()
async def guard(token: str | None = Depends(optional_scheme)):
    auth.require(token)
${guarded}`,
  },
  {
    claim: "a check in a task of its own",
    code: `
import asyncio
async def require(token):
    if not token:
        raise HTTPException(status_code=401)
async def guard(token: str | None = Depends(optional_scheme)):
    asyncio.create_task(require(token))
${guarded}`,
  },
  {
    claim: "a check in a generator that nobody runs",
    code: `
def require(token):
    if not token:
        raise HTTPException(status_code=401)
    yield token
def guard(token: str | None = Depends(optional_scheme)):
    require(token)
${guarded}`,
  },
  {
    claim: "a check after the yield of a dependency",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    yield token
    if not token:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a cookie and a header that must be equal",
    code: `
def guard(x_csrf_token: str = Header(), csrf_token: str = Cookie()):
    if not hmac.compare_digest(x_csrf_token, csrf_token):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a header that must name the user of the path",
    code: `
@app.get("/x/{user_id}")
def x(user_id: str, x_user_id: str = Header()):
    if x_user_id != user_id:
        raise HTTPException(status_code=403)
    return 1
`,
    route: "GET /x/{user_id}",
  },
  {
    claim: "a header that must say what the body says",
    code: `
from pydantic import BaseModel
class Body(BaseModel):
    key: str
def guard(body: Body, x_key: str = Header()):
    if x_key != body.key.strip():
        raise HTTPException(status_code=403)
@app.post("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    route: "POST /x",
  },
  {
    claim: "a user that the caller names in the query",
    code: `
def guard(user_id: int):
    user = db.users.get(user_id)
    if user.role != "admin":
        raise HTTPException(status_code=403)
    return user
${guarded}`,
  },
  {
    claim: "an object of the path that not everybody may see",
    code: `
def guard(item_id: int):
    item = db.items.get(item_id)
    if not item:
        raise HTTPException(status_code=404)
    if not item.public:
        raise HTTPException(status_code=403)
    return item
@app.get("/x/{item_id}")
def x(item = Depends(guard)): return item
`,
    route: "GET /x/{item_id}",
  },
  {
    claim: "a tenant of a header that is refused when it is suspended",
    code: `
def guard(x_tenant: str = Header()):
    tenant = db.tenants.get(x_tenant)
    if tenant is None:
        raise HTTPException(status_code=404)
    if not tenant.active:
        raise HTTPException(status_code=403)
    return tenant
${guarded}`,
  },
  {
    claim: "a query parameter that must be one of a list",
    code: `
def guard(version: str = "1"):
    if version not in ("1", "2"):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a limiter that answers 403 by a header of the caller",
    code: `
from limits import rate_limiter
def guard(x_device_id: str = Header()):
    if not rate_limiter.allow(x_device_id):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a middleware for HTTP, for a WebSocket",
    code: `
from fastapi import WebSocket
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.websocket("/x")
async def x(ws: WebSocket):
    await ws.accept()
`,
    route: "WEBSOCKET /x",
  },
  {
    claim: "a BaseHTTPMiddleware, for a WebSocket",
    code: `
from fastapi import WebSocket
from starlette.middleware.base import BaseHTTPMiddleware
class Auth(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return JSONResponse({}, status_code=401)
        return await call_next(request)
app.add_middleware(Auth)
@app.websocket("/x")
async def x(ws: WebSocket):
    await ws.accept()
`,
    route: "WEBSOCKET /x",
  },
  {
    claim: "dependencies of an application, for one that is mounted in it",
    code: `
app = FastAPI(dependencies=[Depends(scheme)])
inner = FastAPI()
@inner.get("/x")
def x(): return 1
app.mount("/inner", inner)
`,
    route: "GET /inner/x",
  },
  {
    claim: "dependencies of an application, for a plain Starlette route",
    code: `
app = FastAPI(dependencies=[Depends(scheme)])
def x(request): return 1
app.add_route("/x", x)
`,
  },
  {
    claim: "a middleware that a setting adds, off by default",
    code: `
from pydantic_settings import BaseSettings
from starlette.middleware.base import BaseHTTPMiddleware
class Settings(BaseSettings):
    auth_enabled: bool = False
settings = Settings()
class Auth(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return JSONResponse({}, status_code=401)
        return await call_next(request)
if settings.auth_enabled:
    app.add_middleware(Auth)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that the environment adds",
    code: `
@app.get("/x")
def x(): return 1
if os.getenv("AUTH"):
    @app.middleware("http")
    async def auth(request: Request, call_next):
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return JSONResponse({}, status_code=401)
        return await call_next(request)
`,
  },
  {
    claim: "a dependency that the environment appends",
    code: `
deps = []
if os.getenv("AUTH"):
    deps.append(Depends(scheme))
@app.get("/x", dependencies=deps)
def x(): return 1
`,
  },
  {
    claim: "a list of dependencies that the environment chooses",
    code: `
router = APIRouter(dependencies=[Depends(scheme)] if os.getenv("AUTH") else [])
@router.get("/x")
def x(): return 1
app.include_router(router)
`,
  },
  {
    claim: "a guard that the environment replaces by nothing",
    code: `
def real(token: str = Depends(scheme)): return token
def nothing(): return None
guard = real if os.getenv("AUTH") else nothing
${guarded}`,
  },
  {
    claim: "a decorator that the environment switches off",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    def inner(request: Request):
        if not request.session.get("user"):
            raise HTTPException(status_code=401)
        return fn(request)
    if os.getenv("AUTH"):
        return inner
    return fn
@app.get("/x")
@login_required
def x(request: Request): return 1
`,
  },
  {
    claim: "a guard object that was made switched off",
    code: `
class Guard:
    def __init__(self, enabled): self.enabled = enabled
    def __call__(self, token: str | None = Depends(optional_scheme)):
        if self.enabled and not token:
            raise HTTPException(status_code=401)
guard = Guard(enabled=False)
${guarded}`,
  },
  {
    claim: "a subclass that overrides the check with nothing",
    code: `
class Base:
    def __call__(self, token: str | None = Depends(optional_scheme)):
        self.check(token)
    def check(self, token):
        if not token:
            raise HTTPException(status_code=401)
class Lenient(Base):
    def check(self, token): return None
guard = Lenient()
${guarded}`,
  },
  {
    claim: "a guard that a later definition replaces",
    code: `
def guard(token: str = Depends(scheme)): return token
def guard(): return None
${guarded}`,
  },
  {
    claim: "a subclass of a scheme that is lenient by default",
    code: `
class Bearer(HTTPBearer):
    def __init__(self, auto_error: bool = False):
        super().__init__(auto_error=auto_error)
    async def __call__(self, request: Request):
        return await super().__call__(request)
guard = Bearer()
${guarded}`,
  },
  {
    claim: "a scheme made with options that are not known",
    code: `
guard = HTTPBearer(**load_options())
${guarded}`,
  },
  {
    claim: "a scheme whose auto_error the environment decides",
    code: `
guard = HTTPBearer(auto_error=bool(os.getenv("STRICT")))
${guarded}`,
  },
  {
    claim: "a status in a tuple, which FastAPI sends as 200",
    code: `
@app.get("/x")
def x(token: str | None = Depends(optional_scheme)):
    if not token:
        return {"error": "unauthorised"}, 401
    return 1
`,
  },
  {
    claim: "a refusal that only debug mode lifts, in debug mode by default",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    debug: bool = True
settings = Settings()
def guard(token: str | None = Depends(optional_scheme)):
    if settings.debug:
        return None
    if not token:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a bypass by a header that anyone may send",
    code: `
def guard(token: str | None = Depends(optional_scheme), x_internal: str | None = Header(default=None)):
    if x_internal:
        return None
    if not token:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a bypass by a literal of the code",
    code: `
def guard(token: str | None = Depends(optional_scheme), user_agent: str | None = Header(default=None)):
    if user_agent == "internal":
        return None
    if not token:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a check inside a callback that is handed on",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    def check():
        if not token:
            raise HTTPException(status_code=401)
    schedule(check)
${guarded}`,
  },
  {
    claim: "an error of the check that gather collects",
    code: `
import asyncio
async def require(token):
    if not token:
        raise HTTPException(status_code=401)
async def guard(token: str | None = Depends(optional_scheme)):
    await asyncio.gather(require(token), return_exceptions=True)
${guarded}`,
  },
  {
    claim: "a middleware that swallows its own refusal",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    try:
        jwt.decode(request.headers.get("authorization"), KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        pass
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a match that lets the rest pass",
    code: `
def guard(x_role: str = Header(default="guest")):
    match x_role:
        case "banned":
            raise HTTPException(status_code=403)
        case _:
            return x_role
${guarded}`,
  },
  {
    claim: "a list of banned callers",
    code: `
BANNED = {"mallory", "trudy"}
def guard(x_user: str = Header()):
    if x_user in BANNED:
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a lookup of banned callers",
    code: `
def guard(x_user: str = Header()):
    if db.banned.find(x_user):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a check that a maintenance flag is off",
    code: `
def guard(request: Request):
    if cache.get("maintenance"):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a walk over headers that may be empty",
    code: `
def guard(request: Request):
    for name in request.headers.getlist("x-key"):
        if name != os.environ["KEY"]:
            raise HTTPException(status_code=401)
${guarded}`,
  },
];

test.each(open.map((one) => [one.claim, one] as const))("does not protect: %s", async (_claim, one) => {
  const { posture, endpoint } = await judge(one);
  expect(posture, JSON.stringify(endpoint.guards)).not.toBe("protected");
});
