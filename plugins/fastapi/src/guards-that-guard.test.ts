import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

interface ClosedCase extends Case {
  /** The line that turns the caller away: where the proof ends. */
  readonly line: string;
}

const refuse = "raise HTTPException(status_code=401)";
const scheme = 'scheme = OAuth2PasswordBearer(tokenUrl="login")';

const closed: readonly ClosedCase[] = [
  {
    claim: "a scheme that refuses by itself",
    code: `
@app.get("/x")
def x(token: str = Depends(scheme)): return 1
`,
    line: scheme,
  },
  {
    claim: "an optional scheme whose result is checked",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        raise HTTPException(status_code=401)
    return jwt.decode(token, KEY, algorithms=["HS256"])
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "an optional scheme whose result the handler checks",
    code: `
@app.get("/x")
def x(token: str | None = Depends(optional_scheme)):
    if not token:
        raise HTTPException(status_code=401)
    return 1
`,
    line: refuse,
  },
  {
    claim: "a token that is verified, with the failure turned into 401",
    code: `
def current_user(authorization: str = Header()):
    try:
        return jwt.decode(authorization, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
    line: refuse,
  },
  {
    claim: "an optional principal that a second dependency insists on",
    code: `
def maybe_user(token: str | None = Depends(optional_scheme)):
    return jwt.decode(token, KEY, algorithms=["HS256"]) if token else None
def user(found = Depends(maybe_user)):
    if found is None:
        raise HTTPException(status_code=401)
    return found
@app.get("/x")
def x(user = Depends(user)): return 1
`,
    line: refuse,
  },
  {
    claim: "a user that is looked up by the token and refused when absent",
    code: `
def user(authorization: str = Header()):
    found = db.users.find(token=authorization)
    if not found:
        raise HTTPException(status_code=401)
    return found
@app.get("/x")
def x(user = Depends(user)): return 1
`,
    line: refuse,
  },
  {
    claim: "a header compared with a secret of the environment",
    code: `
def key(x_api_key: str = Header()):
    if x_api_key != os.environ["API_KEY"]:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(key)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a password that is compared with the one of the name that was sent with it",
    code: `
import base64
PASSWORDS = {"root": "root"}
@app.get("/x")
def x(request: Request):
    name, _, password = base64.b64decode(request.headers["Authorization"][6:]).decode().partition(":")
    if PASSWORDS.get(name) != password:
        raise HTTPException(status_code=401)
    return 1
`,
    line: refuse,
  },
  {
    claim: "a header compared in constant time with a setting",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    api_key: str
settings = Settings()
def key(x_api_key: str = Header()):
    if not hmac.compare_digest(x_api_key, settings.api_key):
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(key)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a decorator below the route",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    async def inner(request: Request):
        if not request.session.get("user"):
            raise HTTPException(status_code=401)
        return await fn(request)
    return inner
@app.get("/x")
@login_required
async def x(request: Request): return 1
`,
    line: refuse,
  },
  {
    claim: "a middleware whose allowlist does not cover the path",
    code: `
OPEN = ["/login", "/health"]
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.url.path in OPEN:
        return await call_next(request)
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
    line: "return JSONResponse({}, status_code=401)",
  },
  {
    claim: "a middleware whose pattern of open paths no path of the route matches",
    code: `
import re
OPEN = re.compile(r"^(?:/ping|/core/api/.*|/ingress/[-_A-Za-z0-9]+/.*|/app/.*\\.(?:js|gz|json|map|woff2)|/(?:store/)?ships/[-_.A-Za-z0-9]+/(?:logo|icon)|/docs/[a-z]+/[a-z]+/[a-z]+)$")
@app.middleware("http")
async def auth(request: Request, call_next):
    if OPEN.match(request.url.path):
        return await call_next(request)
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/ships/{ship_id}/sink")
def x(ship_id: str): return 1
`,
    line: "return JSONResponse({}, status_code=401)",
    route: "GET /ships/{ship_id}/sink",
  },
  {
    claim: "a middleware class with exempt paths as an option",
    code: `
from starlette.middleware.base import BaseHTTPMiddleware
class Auth(BaseHTTPMiddleware):
    def __init__(self, app, exempt=()):
        super().__init__(app)
        self.exempt = exempt
    async def dispatch(self, request, call_next):
        if request.url.path not in self.exempt:
            if not hmac.compare_digest(request.headers.get("x-key", ""), os.environ["KEY"]):
                return JSONResponse({}, status_code=401)
        return await call_next(request)
app.add_middleware(Auth, exempt=["/health"])
@app.get("/x")
def x(): return 1
`,
    line: "return JSONResponse({}, status_code=401)",
  },
  {
    claim: "a redirect to the login for whoever has no session",
    code: `
@app.get("/x")
def x(request: Request):
    if "user" not in request.session:
        return RedirectResponse("/login")
    return 1
`,
    line: 'return RedirectResponse("/login")',
  },
  {
    claim: "a guard that does not ask the setting",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    auth_enabled: bool = False
settings = Settings()
def guard(token: str | None = Depends(optional_scheme)):
    if settings.auth_enabled:
        print("on")
    if not token:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a dependency of the router itself, wherever it is mounted",
    code: `
router = APIRouter(dependencies=[Depends(scheme)])
@router.get("/x")
def x(): return 1
app.include_router(router)
`,
    line: scheme,
  },
  {
    claim: "a dependency of the application",
    code: `
app = FastAPI(dependencies=[Depends(scheme)])
@app.get("/x")
def x(): return 1
`,
    line: scheme,
  },
  {
    claim: "a scheme whose overridden __call__ calls the framework's",
    code: `
class Strict(HTTPBearer):
    async def __call__(self, request: Request):
        found = await super().__call__(request)
        return found.credentials
strict = Strict()
@app.get("/x")
def x(token = Depends(strict)): return 1
`,
    line: "strict = Strict()",
  },
  {
    claim: "a scheme whose overridden __call__ checks for itself",
    code: `
class Own(HTTPBearer):
    async def __call__(self, request: Request):
        if request.headers.get("authorization") != os.environ["TOKEN"]:
            raise HTTPException(status_code=401)
own = Own()
@app.get("/x")
def x(token = Depends(own)): return 1
`,
    line: refuse,
  },
  {
    claim: "a condition over a list that holds the check",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if any([not token]):
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a guard object made by a class with __call__",
    code: `
class Guard:
    def __init__(self, scope): self.scope = scope
    def __call__(self, token: str | None = Depends(optional_scheme)):
        if token is None:
            raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(Guard("read"))])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a guard made by a factory",
    code: `
def require(role):
    def guard(token: str | None = Depends(optional_scheme)):
        if not token:
            raise HTTPException(status_code=401)
    return guard
@app.get("/x", dependencies=[Depends(require("admin"))])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a refusal in a function that the guard calls",
    code: `
def refuse():
    raise HTTPException(status_code=401)
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        refuse()
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "an exception that was made before it is raised",
    code: `
denied = HTTPException(status_code=401)
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        raise denied
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: "raise denied",
  },
  {
    claim: "an exception class of the repository",
    code: `
class Unauthorised(HTTPException):
    def __init__(self):
        super().__init__(status_code=401, detail="sign in")
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        raise Unauthorised()
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: "raise Unauthorised()",
  },
  {
    claim: "a domain exception that a handler answers with 401",
    code: `
class NotSignedIn(Exception): pass
@app.exception_handler(NotSignedIn)
async def answer(request, exc): return JSONResponse({}, status_code=401)
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        raise NotSignedIn()
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: "raise NotSignedIn()",
  },
  {
    claim: "a guard that dependency_overrides puts in place of nothing",
    code: `
def nobody(): return None
def real(token: str = Depends(scheme)): return token
app.dependency_overrides[nobody] = real
@app.get("/x")
def x(user = Depends(nobody)): return 1
`,
    line: scheme,
  },
  {
    claim: "an asynchronous check that is awaited",
    code: `
async def require(token):
    if not token:
        raise HTTPException(status_code=401)
async def guard(token: str | None = Depends(optional_scheme)):
    await require(token)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "asynchronous checks that are gathered and awaited",
    code: `
import asyncio
async def require(token):
    if not token:
        raise HTTPException(status_code=401)
async def guard(token: str | None = Depends(optional_scheme)):
    await asyncio.gather(require(token))
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a token that is verified with its options by position",
    code: `
def guard(authorization: str = Header()):
    try:
        jwt.decode(authorization, KEY, ["HS256"], {"verify_signature": True})
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a signature over the body with a secret",
    code: `
import hashlib
async def guard(request: Request, x_signature: str = Header()):
    body = await request.body()
    expected = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, x_signature):
        raise HTTPException(status_code=401)
@app.post("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    route: "POST /x",
    line: refuse,
  },
  {
    claim: "a decorator that always wraps, in one of two ways",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    def loud(request: Request):
        if not request.session.get("user"):
            raise HTTPException(status_code=401)
        return fn(request)
    @functools.wraps(fn)
    def silent(request: Request):
        if not request.session.get("user"):
            raise HTTPException(status_code=401)
        return fn(request)
    if os.getenv("LOUD"):
        return loud
    return silent
@app.get("/x")
@login_required
def x(request: Request): return 1
`,
    line: refuse,
  },
  {
    claim: "a hard-coded key, which is a finding of its own",
    code: `
def key(x_api_key: str = Header()):
    if x_api_key != "s3cr3t":
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(key)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "a generator that refuses before it yields",
    code: `
def user(token: str | None = Depends(optional_scheme)):
    if not token:
        raise HTTPException(status_code=401)
    yield token
@app.get("/x")
def x(user = Depends(user)): return 1
`,
    line: refuse,
  },
  {
    claim: "an or of which each part refuses",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if token is None or token == "":
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
    line: refuse,
  },
  {
    claim: "starlette's requires below the route",
    code: `
from starlette.authentication import requires
@app.get("/x")
@requires("authenticated")
def x(request: Request): return 1
`,
    line: '@requires("authenticated")',
  },
  {
    claim: "a WebSocket that is closed for whoever sends no valid token",
    code: `
from fastapi import WebSocket
@app.websocket("/x")
async def x(ws: WebSocket, token: str):
    try:
        jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        await ws.close(code=1008)
        return
    await ws.accept()
`,
    route: "WEBSOCKET /x",
    line: "await ws.close(code=1008)",
  },
  {
    claim: "a session that must name the owner in the path, for methods that change something",
    code: `
def may_edit(request, owner):
    mine = request.session.get("username") == owner
    if request.method in ("POST", "DELETE") and not mine:
        raise HTTPException(status_code=403)
    return mine
@app.post("/x/{owner}")
def x(request: Request):
    may = may_edit(request, request.path_params["owner"])
    return {"may": may}
`,
    route: "POST /x/{owner}",
    line: "raise HTTPException(status_code=403)",
  },
  {
    claim: "a handler of Starlette's own, whose parameter is the request without saying so",
    code: `
async def x(connection):
    if connection.headers.get("authorization") != SECRET:
        raise HTTPException(status_code=401)
app.add_route("/x", x, methods=["POST"])
`,
    route: "POST /x",
    line: "raise HTTPException(status_code=401)",
  },
  {
    claim: "a WebSocket of Starlette's own, whose parameter does not say what it is",
    code: `
async def x(line):
    if line.headers.get("authorization") != SECRET:
        await line.close(code=1008)
        return
    await line.accept()
app.add_websocket_route("/x", x)
`,
    route: "WEBSOCKET /x",
    line: "await line.close(code=1008)",
  },
  {
    claim: "a WebSocket that is closed with a code of an enumeration",
    code: `
from enum import IntEnum
from fastapi import WebSocket
class Codes(IntEnum):
    UNAUTHORISED = 3000
@app.websocket("/x")
async def x(ws: WebSocket, token: str):
    try:
        jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        await ws.close(Codes.UNAUTHORISED, "who are you?")
        return
    await ws.accept()
`,
    route: "WEBSOCKET /x",
    line: 'await ws.close(Codes.UNAUTHORISED, "who are you?")',
  },
  {
    claim: "a manager that a stack enters for a dependency",
    code: `
from contextlib import AsyncExitStack, asynccontextmanager
@asynccontextmanager
async def scope(token):
    if not token:
        raise HTTPException(status_code=401)
    yield token
async def scoped(token: str | None = Depends(optional_scheme)):
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(scope(token))
@app.get("/x")
def x(token: str = Depends(scoped)): return 1
`,
    line: "raise HTTPException(status_code=401)",
  },
];

test.each(closed.map((one) => [one.claim, one] as const))("protects: %s", async (_claim, one) => {
  const { posture, lastLine, endpoint } = await judge(one);
  expect(posture, JSON.stringify(endpoint.guards)).toBe("protected");
  expect(lastLine).toBe(one.line);
});

test("a guard that rejects says from where it is attached to where it rejects", async () => {
  const { endpoint } = await judge({
    claim: "",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  });
  const [guard] = endpoint.guards;
  expect(guard).toMatchObject({ name: "main.guard", via: "dependency", layer: "route", verdict: "rejects", requires: [{ kind: "authenticated" }] });
  expect(guard?.proof.map((step) => step.span.line)).toEqual([14, 11, 13]);
});
