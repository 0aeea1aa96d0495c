import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const guarded = `
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`;

const open: readonly Case[] = [
  {
    claim: "a decorator on the handler that calls it without looking",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner
@app.get("/x")
@login_required
def x(): return 1
`,
  },
  {
    claim: "a decorator whose check lies after the call",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    def inner(request: Request):
        result = fn(request)
        if not request.session.get("user"):
            print("who was that?")
        return result
    return inner
@app.get("/x")
@login_required
def x(request: Request): return 1
`,
  },
  {
    claim: "a guard whose check is skipped by a default argument",
    code: `
def check(token, strict=False):
    if strict and not token:
        raise HTTPException(status_code=401)
def guard(token: str | None = Depends(optional_scheme)):
    check(token)
${guarded}`,
  },
  {
    claim: "a guard that a keyword switches off",
    code: `
class Guard:
    def __init__(self, auto_error=True): self.auto_error = auto_error
    def __call__(self, token: str | None = Depends(optional_scheme)):
        if not token:
            if self.auto_error:
                raise HTTPException(status_code=401)
            return None
        return token
guard = Guard(auto_error=False)
${guarded}`,
  },
  {
    claim: "a guard object whose attribute is switched off later",
    code: `
class Guard:
    enabled = True
    def __call__(self, token: str | None = Depends(optional_scheme)):
        if self.enabled and not token:
            raise HTTPException(status_code=401)
guard = Guard()
guard.enabled = False
${guarded}`,
  },
  {
    claim: "a module flag that is off when requests come",
    code: `
ENABLED = True
def guard(token: str | None = Depends(optional_scheme)):
    if ENABLED and not token:
        raise HTTPException(status_code=401)
ENABLED = False
${guarded}`,
  },
  {
    claim: "a global that a startup function switches off",
    code: `
ENABLED = True
def guard(token: str | None = Depends(optional_scheme)):
    if ENABLED and not token:
        raise HTTPException(status_code=401)
@app.on_event("startup")
def start():
    global ENABLED
    ENABLED = False
${guarded}`,
  },
  {
    claim: "a refusal in an except clause for a library that is there",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    try:
        import json
    except ImportError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a refusal that is caught two calls above",
    code: `
def deepest(token):
    if not token:
        raise HTTPException(status_code=401)
def deeper(token): deepest(token)
def guard(token: str | None = Depends(optional_scheme)):
    try:
        deeper(token)
    except HTTPException:
        return None
${guarded}`,
  },
  {
    claim: "a refusal that a base class's handler catches",
    code: `
class AuthError(Exception): pass
class Expired(AuthError): pass
def guard(token: str | None = Depends(optional_scheme)):
    try:
        if not token:
            raise Expired()
    except AuthError:
        return None
${guarded}`,
  },
  {
    claim: "a domain exception that its handler answers with 200",
    code: `
class NotSignedIn(Exception): pass
@app.exception_handler(NotSignedIn)
async def answer(request, exc): return JSONResponse({"data": load()}, status_code=200)
@app.get("/x")
def x(token: str | None = Depends(optional_scheme)):
    if not token:
        return load()
    return load()
`,
  },
  {
    claim: "a negated check",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if not (not token):
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a comparison that is the wrong way round",
    code: `
def guard(x_api_key: str = Header()):
    if x_api_key == os.environ["KEY"]:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a constant-time comparison that is the wrong way round",
    code: `
def guard(x_api_key: str = Header()):
    if hmac.compare_digest(x_api_key, os.environ["KEY"]):
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a comparison whose result nobody looks at",
    code: `
def guard(x_api_key: str = Header()):
    hmac.compare_digest(x_api_key, os.environ["KEY"])
${guarded}`,
  },
  {
    claim: "a lookup that is the wrong way round",
    code: `
def guard(authorization: str = Header()):
    if db.sessions.find(authorization):
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a lookup that falls back to a guest",
    code: `
def guard(authorization: str = Header()):
    user = db.users.find(authorization) or db.users.guest()
    if not user:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a lookup that makes what it does not find",
    code: `
def guard(x_session: str = Header()):
    session = db.sessions.get(x_session)
    if session is None:
        session = db.sessions.create(x_session)
    if session is None:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a variable that is set before the check",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    token = token or "anonymous"
    if not token:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a check of the length of a header",
    code: `
def guard(x_api_key: str = Header()):
    if len(x_api_key) != 32:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a check of the shape of a header",
    code: `
import re
def guard(authorization: str = Header()):
    if not re.match(r"Bearer \\w+", authorization):
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a check of the prefix of a header",
    code: `
def guard(authorization: str = Header()):
    if not authorization.startswith("Bearer "):
        raise HTTPException(status_code=401)
    return authorization[7:]
${guarded}`,
  },
  {
    claim: "a user number that is parsed out of a header",
    code: `
def guard(x_user_id: str = Header()):
    try:
        return int(x_user_id)
    except ValueError:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "claims of an unverified token that must hold a role",
    code: `
def guard(authorization: str = Header()):
    claims = jwt.decode(authorization, options={"verify_signature": False})
    if claims["role"] != "admin":
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "claims of an unverified token that must hold a listed role",
    code: `
ROLES = ["admin", "editor"]
def guard(authorization: str = Header()):
    claims = jwt.decode(authorization, options={"verify_signature": False})
    if claims.get("role") not in ROLES:
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a role that the caller states",
    code: `
def guard(x_role: str = Header(default="user")):
    if x_role not in ("admin", "editor"):
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a role that the caller states, against an enumeration",
    code: `
from enum import Enum
class Role(str, Enum):
    ADMIN = "admin"
def guard(x_role: str = Header(default="user")):
    if x_role != Role.ADMIN:
        raise HTTPException(status_code=403)
${guarded}`,
  },
  {
    claim: "a hash that the caller can compute",
    code: `
import hashlib
def guard(x_name: str = Header(), x_sum: str = Header()):
    if hashlib.sha256(x_name.encode()).hexdigest() != x_sum:
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a hash of the body without a secret",
    code: `
import hashlib
async def guard(request: Request, x_sum: str = Header()):
    body = await request.body()
    if not hmac.compare_digest(hashlib.sha256(body).hexdigest(), x_sum):
        raise HTTPException(status_code=401)
${guarded}`,
  },
  {
    claim: "a middleware that checks and does not return",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.headers.get("authorization") != os.environ["TOKEN"]:
        JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that is defined and not added",
    code: `
from starlette.middleware.base import BaseHTTPMiddleware
class Auth(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.headers.get("authorization") != os.environ["TOKEN"]:
            return JSONResponse({}, status_code=401)
        return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that spares every path with a dot or a known ending",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.url.path.endswith("x") or request.headers.get("authorization") == os.environ["TOKEN"]:
        return await call_next(request)
    return JSONResponse({}, status_code=401)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that spares preflight requests, for OPTIONS",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.method != "OPTIONS" and request.headers.get("authorization") != os.environ["TOKEN"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.options("/x")
def x(): return 1
`,
    route: "OPTIONS /x",
  },
  {
    claim: "a middleware that spares what a setting names",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    public: list[str] = ["/x"]
settings = Settings()
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.url.path in settings.public:
        return await call_next(request)
    if request.headers.get("authorization") != os.environ["TOKEN"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that spares a parameter's path by its beginning",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.url.path.startswith("/x/"):
        return await call_next(request)
    if request.headers.get("authorization") != os.environ["TOKEN"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x/{id}")
def x(id): return 1
`,
    route: "GET /x/{id}",
  },
  {
    claim: "a middleware that spares a list of patterns",
    code: `
import re
OPEN = [r"^/x.*"]
@app.middleware("http")
async def auth(request: Request, call_next):
    if any(re.match(one, request.url.path) for one in OPEN):
        return await call_next(request)
    if request.headers.get("authorization") != os.environ["TOKEN"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware whose check needs a header that nobody must send",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    token = request.headers.get("authorization")
    if token and token != os.environ["TOKEN"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "an ASGI middleware that lets everybody through",
    code: `
class Auth:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            print(scope["headers"])
        await self.app(scope, receive, send)
app.add_middleware(Auth)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "an authentication backend that never refuses",
    code: `
from starlette.authentication import AuthenticationBackend, AuthCredentials
from starlette.middleware.authentication import AuthenticationMiddleware
class Backend(AuthenticationBackend):
    async def authenticate(self, conn):
        if "authorization" not in conn.headers:
            return None
        return AuthCredentials(["authenticated"]), object()
app.add_middleware(AuthenticationMiddleware, backend=Backend())
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "requires behind a backend that gives everybody the scope",
    code: `
from starlette.authentication import AuthenticationBackend, AuthCredentials, SimpleUser, requires
from starlette.middleware.authentication import AuthenticationMiddleware
USERS = {"secret": "root"}
class Backend(AuthenticationBackend):
    async def authenticate(self, conn):
        user = USERS.get(conn.headers.get("authorization"))
        return AuthCredentials(["authenticated"]), SimpleUser(user or "guest")
app.add_middleware(AuthenticationMiddleware, backend=Backend())
@app.get("/x")
@requires("authenticated")
def x(request: Request): return 1
`,
  },
  {
    claim: "a table that has something for tokens that are not in it",
    code: `
USERS = {"secret": "root"}
@app.get("/x")
def x(request: Request):
    user = USERS.get(request.headers.get("authorization"), "guest")
    if not user:
        raise HTTPException(401)
    return 1
`,
  },
  {
    claim: "requires without a scope",
    code: `
from starlette.authentication import requires
@app.get("/x")
@requires([])
def x(request: Request): return 1
`,
  },
  {
    claim: "requires above the route",
    code: `
from starlette.authentication import requires
@requires("authenticated")
@app.get("/x")
def x(request: Request): return 1
`,
  },
  {
    claim: "a dependency of a router that includes this one, by another way here",
    code: `
inner = APIRouter()
outer = APIRouter(dependencies=[Depends(scheme)])
@inner.get("/x")
def x(): return 1
outer.include_router(inner, prefix="/outer")
app.include_router(outer)
app.include_router(inner)
`,
  },
  {
    claim: "a dependency that is the default of something FastAPI does not call",
    code: `
def load(user = Depends(scheme)): return user
@app.get("/x")
def x(): return load()
`,
  },
  {
    claim: "a guard as a type without Depends",
    code: `
def guard(token: str = Depends(scheme)): return token
@app.get("/x")
def x(user: Annotated[object, guard]): return 1
`,
  },
  {
    claim: "a return type that depends",
    code: `
@app.get("/x")
def x() -> Annotated[str, Depends(scheme)]: return 1
`,
  },
  {
    claim: "a response that is made for everybody, with a status of refusal in one of its parts",
    code: `
@app.get("/x")
def x(token: str | None = Depends(optional_scheme)):
    return {"data": 1, "status_code": 401}
`,
  },
  {
    claim: "a refusal that goes to whoever asks for nothing",
    code: `
@app.get("/x")
def x(request: Request, q: str = ""):
    if not q:
        raise HTTPException(status_code=403)
    return 1
`,
  },
  {
    claim: "an assertion that may be compiled away",
    code: `
def guard(request: Request):
    assert request.query_params
${guarded}`,
  },
];

test.each(open.map((one) => [one.claim, one] as const))("does not protect: %s", async (_claim, one) => {
  const { posture, endpoint } = await judge(one);
  expect(posture, JSON.stringify(endpoint.guards)).not.toBe("protected");
});
