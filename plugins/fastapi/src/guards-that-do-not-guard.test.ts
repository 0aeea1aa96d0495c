import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const open: readonly Case[] = [
  {
    claim: "a sign-in that is under way keeps its state in the session: whoever starts one has it",
    code: `
@app.get("/x")
def x(request: Request, code: str, given: str):
    expected = request.session.pop("oauth_state", None)
    if not expected or expected != given:
        raise HTTPException(status_code=400)
    return 1
`,
  },
  {
    claim: "the same under a key of several words",
    code: `
@app.get("/x")
def x(request: Request, given: str):
    if not request.session.get("oauth_state:auth:site") and not request.session.get("loginState"):
        raise HTTPException(status_code=400)
    return 1
`,
  },
  {
    claim: "a session that is compared with the query: nothing equals what was not sent",
    code: `
@app.get("/x")
def x(request: Request, name: str | None = None):
    if request.session.get("username") != name:
        raise HTTPException(status_code=401)
    return 1
`,
  },
  {
    claim: "an optional scheme whose result nobody checks",
    code: `
@app.get("/x")
def x(token: str = Depends(optional_scheme)): return 1
`,
  },
  {
    claim: "nothing compared with nothing: what is found by one header that is not sent equals another that is not",
    code: `
PASSWORDS = {"root": "root"}
@app.get("/x")
def x(request: Request):
    if PASSWORDS.get(request.headers.get("X-Name")) != request.headers.get("X-Password"):
        raise HTTPException(status_code=401)
    return 1
`,
  },
  {
    claim: "a middleware that says who calls, and says under a condition that nobody does",
    code: `
@app.middleware("http")
async def identify(request, call_next):
    request.state.user = "guest"
    if os.environ.get("STRICT"):
        request.state.user = None
    return await call_next(request)
@app.get("/x")
def x(request: Request):
    if request.state.user is None:
        raise HTTPException(status_code=401)
    return 1
`,
  },
  {
    claim: "a dependency that returns None without a token",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    if not token:
        return None
    try:
        return jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        return None
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
  },
  {
    claim: "a dependency that checks a setting and not the caller",
    code: `
def require_auth_enabled():
    if not os.getenv("AUTH_ENABLED"):
        raise HTTPException(status_code=403)
@app.get("/x", dependencies=[Depends(require_auth_enabled)])
def x(): return 1
`,
  },
  {
    claim: "a check that turns away who is already signed in",
    code: `
def anonymous_only(token: str | None = Depends(optional_scheme)):
    if token:
        raise HTTPException(status_code=403, detail="already signed in")
@app.get("/x", dependencies=[Depends(anonymous_only)])
def x(): return 1
`,
  },
  {
    claim: "a verification whose failure is swallowed",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    try:
        if not token:
            raise HTTPException(status_code=401)
        jwt.decode(token, KEY, algorithms=["HS256"])
    except Exception:
        pass
@app.get("/x", dependencies=[Depends(current_user)])
def x(): return 1
`,
  },
  {
    claim: "an HTTPException that is swallowed by its own name",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    try:
        if not token:
            raise HTTPException(status_code=401)
    except HTTPException:
        return None
    return token
@app.get("/x", dependencies=[Depends(current_user)])
def x(): return 1
`,
  },
  {
    claim: "a header compared with itself",
    code: `
def check(x_api_key: str = Header()):
    if x_api_key != x_api_key:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(check)])
def x(): return 1
`,
  },
  {
    claim: "two headers compared with each other",
    code: `
def check(x_api_key: str = Header(), x_api_key_again: str = Header()):
    if x_api_key != x_api_key_again:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(check)])
def x(): return 1
`,
  },
  {
    claim: "a decorator above the route",
    code: `
import functools
def login_required(fn):
    @functools.wraps(fn)
    def inner(request: Request):
        if not request.session.get("user"):
            raise HTTPException(status_code=401)
        return fn(request)
    return inner
@login_required
@app.get("/x")
def x(request: Request): return 1
`,
  },
  {
    claim: "a middleware whose allowlist covers the path",
    code: `
OPEN = ["/x", "/health"]
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
  },
  {
    claim: "a middleware whose pattern of open paths the path matches",
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
@app.get("/ships/{ship_id}/logo")
def x(ship_id: str): return 1
`,
    route: "GET /ships/{ship_id}/logo",
  },
  {
    claim: "a middleware whose allowed prefix covers the path",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if not request.url.path.startswith("/private"):
        return await call_next(request)
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a database session and a body",
    code: `
from pydantic import BaseModel
class UserCreate(BaseModel):
    email: str
    password: str
def get_session():
    with Session(engine) as session:
        yield session
SessionDep = Annotated[object, Depends(get_session)]
@app.post("/x")
def x(user: UserCreate, session: SessionDep): return 1
`,
    route: "POST /x",
  },
  {
    claim: "a login that answers 401 to a wrong password",
    code: `
@app.post("/x")
def login(form: OAuth2PasswordRequestForm = Depends()):
    user = db.find(form.username)
    if not user or not hmac.compare_digest(user.password, form.password):
        raise HTTPException(status_code=401)
    return {"access_token": jwt.encode({}, KEY)}
`,
    route: "POST /x",
  },
  {
    claim: "a login that reads its body as a model",
    code: `
from pydantic import BaseModel
class Login(BaseModel):
    email: str
    password: str
@app.post("/x")
def login(form: Login):
    user = db.find(form.email)
    if user is None:
        raise HTTPException(status_code=401)
    return {"access_token": jwt.encode({}, KEY)}
`,
    route: "POST /x",
  },
  {
    claim: "a redirect that everybody gets",
    code: `
@app.get("/x")
def x(request: Request): return RedirectResponse("/login")
`,
  },
  {
    claim: "a check of the address",
    code: `
def local_only(request: Request):
    if request.client.host not in ["127.0.0.1"]:
        raise HTTPException(status_code=403)
@app.get("/x", dependencies=[Depends(local_only)])
def x(): return 1
`,
  },
  {
    claim: "a rate limiter that raises 429",
    code: `
def limit(request: Request):
    if limiter.hit(request.client.host):
        raise HTTPException(status_code=429)
@app.get("/x", dependencies=[Depends(limit)])
def x(): return 1
`,
  },
  {
    claim: "a rate limiter that raises 403",
    code: `
def limit(request: Request):
    if limiter.count(request.client.host) > 100:
        raise HTTPException(status_code=403)
@app.get("/x", dependencies=[Depends(limit)])
def x(): return 1
`,
  },
  {
    claim: "a rate limiter that counts by a header of the caller",
    code: `
def limit(x_device_id: str = Header()):
    if limiter.count(x_device_id) > 100:
        raise HTTPException(status_code=429)
@app.get("/x", dependencies=[Depends(limit)])
def x(): return 1
`,
  },
  {
    claim: "a tenant found by a header and answered with 404",
    code: `
def tenant(x_tenant: str = Header()):
    found = db.tenants.get(x_tenant)
    if not found:
        raise HTTPException(status_code=404)
    return found
@app.get("/x")
def x(tenant = Depends(tenant)): return 1
`,
  },
  {
    claim: "a guard behind a setting that is off by default",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    auth_enabled: bool = False
settings = Settings()
def guard(token: str | None = Depends(optional_scheme)):
    if settings.auth_enabled:
        if not token:
            raise HTTPException(status_code=401)
        jwt.decode(token, KEY, algorithms=["HS256"])
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a mount-time list of guards behind a setting that is off by default",
    code: `
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    auth_enabled: bool = False
settings = Settings()
router = APIRouter()
@router.get("/x")
def x(): return 1
if settings.auth_enabled:
    app.include_router(router, dependencies=[Depends(scheme)])
else:
    app.include_router(router)
`,
  },
  {
    claim: "a token that is decoded without its signature",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    try:
        return jwt.decode(token, options={"verify_signature": False})
    except Exception:
        return None
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
  },
  {
    claim: "a token that is decoded without its signature and refused only when malformed",
    code: `
def current_user(authorization: str = Header(default="")):
    try:
        claims = jwt.decode(authorization, options={"verify_signature": False})
    except jwt.DecodeError:
        raise HTTPException(status_code=401)
    return claims
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
  },
  {
    claim: "a dependency that is attached to another router",
    code: `
def guard(token: str = Depends(scheme)): return token
closed = APIRouter(dependencies=[Depends(guard)])
router = APIRouter()
@closed.get("/y")
def y(): return 1
@router.get("/x")
def x(): return 1
app.include_router(closed)
app.include_router(router)
`,
  },
  {
    claim: "an empty list of dependencies on a router that is mounted without one",
    code: `
router = APIRouter(dependencies=[])
@router.get("/x")
def x(): return 1
app.include_router(router, prefix="/a", dependencies=[Depends(scheme)])
app.include_router(router)
`,
  },
  {
    claim: "a scheme whose __call__ is overridden and does not call the framework's",
    code: `
class Lenient(HTTPBearer):
    async def __call__(self, request: Request):
        return request.headers.get("authorization")
lenient = Lenient()
@app.get("/x")
def x(token = Depends(lenient)): return 1
`,
  },
  {
    claim: "a condition over an empty list",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if any([]):
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a refusal that is returned by a dependency and not raised",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        return JSONResponse({}, status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "an exception that is made and not raised",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    if not token:
        HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a guard that is named but not called",
    code: `
def require(user):
    if not user:
        raise HTTPException(status_code=401)
def guard(token: str | None = Depends(optional_scheme)):
    require
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a header that must be there and may say anything",
    code: `
def guard(authorization: str | None = Header(default=None)):
    if not authorization:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a header that every browser sends from a script",
    code: `
def guard(x_requested_with: str | None = Header(default=None)):
    if x_requested_with != "XMLHttpRequest":
        raise HTTPException(status_code=403)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a check of a user that the caller names in the path",
    code: `
def owner(user_id: int):
    user = db.users.get(user_id)
    if not user:
        raise HTTPException(status_code=403)
    return user
@app.get("/x/{user_id}")
def x(user = Depends(owner)): return 1
`,
    route: "GET /x/{user_id}",
  },
  {
    claim: "a check that only one of two ways goes through",
    code: `
def guard(request: Request, token: str | None = Depends(optional_scheme)):
    if request.query_params.get("preview"):
        return
    if not token:
        raise HTTPException(status_code=401)
    jwt.decode(token, KEY, algorithms=["HS256"])
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a refusal in a loop that may not run",
    code: `
def guard(request: Request, token: str | None = Depends(optional_scheme)):
    for role in load_roles():
        if not token:
            raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a refusal under contextlib.suppress",
    code: `
import contextlib
def guard(token: str | None = Depends(optional_scheme)):
    with contextlib.suppress(HTTPException):
        if not token:
            raise HTTPException(status_code=401)
        jwt.decode(token, KEY, algorithms=["HS256"])
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a return in finally that drops the refusal",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    try:
        if not token:
            raise HTTPException(status_code=401)
    finally:
        return None
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a refusal in code after a return",
    code: `
def guard(token: str | None = Depends(optional_scheme)):
    return token
    if not token:
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "an and where an or was meant",
    code: `
def guard(request: Request, token: str | None = Depends(optional_scheme)):
    if not token and request.query_params.get("strict"):
        raise HTTPException(status_code=401)
@app.get("/x", dependencies=[Depends(guard)])
def x(): return 1
`,
  },
  {
    claim: "a middleware that answers 401 only to one method",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    if request.method == "POST" and request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware that refuses after the handler ran",
    code: `
@app.middleware("http")
async def auth(request: Request, call_next):
    response = await call_next(request)
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return response
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a middleware of a mounted application, for the routes outside of it",
    code: `
inner = FastAPI()
@inner.middleware("http")
async def auth(request: Request, call_next):
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return JSONResponse({}, status_code=401)
    return await call_next(request)
app.mount("/inner", inner)
@app.get("/x")
def x(): return 1
`,
  },
  {
    claim: "a default principal for callers without a token",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    if not token:
        return User(name="guest")
    return jwt.decode(token, KEY, algorithms=["HS256"])
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
  },
  {
    claim: "an optional principal that the handler only prints",
    code: `
def current_user(token: str | None = Depends(optional_scheme)):
    return jwt.decode(token, KEY, algorithms=["HS256"]) if token else None
@app.get("/x")
def x(user = Depends(current_user)):
    if user:
        print(user)
    return 1
`,
  },
  {
    claim: "a guard that dependency_overrides replaces by nothing",
    code: `
def nobody(): return None
def current_user(token: str = Depends(scheme)): return token
app.dependency_overrides[current_user] = nobody
@app.get("/x")
def x(user = Depends(current_user)): return 1
`,
  },
  {
    claim: "a handler that refuses some objects with 403",
    code: `
@app.get("/x/{item_id}")
def x(item_id: int):
    item = db.items.get(item_id)
    if item.private:
        raise HTTPException(status_code=403)
    return item
`,
    route: "GET /x/{item_id}",
  },
  {
    claim: "a scheme whose auto_error is off by a variable",
    code: `
STRICT = False
soft = HTTPBearer(auto_error=STRICT)
@app.get("/x", dependencies=[Depends(soft)])
def x(): return 1
`,
  },
  {
    claim: "an error handler for 401 that nothing raises",
    code: `
@app.exception_handler(401)
async def unauthorised(request, exc): return RedirectResponse("/login")
@app.get("/x")
def x(): return 1
`,
  },
];

test.each(open.map((one) => [one.claim, one] as const))("does not protect: %s", async (_claim, one) => {
  const { posture, endpoint } = await judge(one);
  expect(posture, JSON.stringify(endpoint.guards)).not.toBe("protected");
  expect(endpoint.proof.length).toBeGreaterThan(0);
});

test("what is found with something that the server keeps, beside what the caller says of itself, is not about the caller", async () => {
  const code = `
class Keep:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        scope["state"]["version"] = dict(scope["headers"]).get(b"x-api-token")
        await self.app(scope, receive, send)
app.add_middleware(Keep)
@app.get("/x/{item}")
async def x(request: Request, item: str):
    found = await request.scope["state"]["sessions"]().find(item)
    if found is None:
        raise HTTPException(status_code=404)
    if found.archived:
        raise HTTPException(status_code=403)
    return found
`;
  expect((await judge({ claim: "", code, route: "GET /x/{item}" })).posture).toBe("public");
});
