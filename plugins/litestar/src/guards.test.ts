import { expect, test } from "vitest";
import { endpointOf } from "@muster/plugin-tester/sources";
import { linkSources } from "./test-support/link-sources.ts";

const head = `from litestar import Controller, Litestar, Request, get
from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult, DefineMiddleware
from litestar.security.jwt import JWTAuth, JWTCookieAuth
from litestar.security.session_auth import SessionAuth
async def retrieve(token, connection): return await connection.app.state.db.user(token.sub)
`;

interface Case {
  readonly claim: string;
  readonly code: string;
  readonly path?: string;
  readonly posture: "protected" | "public" | "unknown";
}

const auth = (options: string): string => `auth = JWTAuth(retrieve_user_handler=retrieve, token_secret=SECRET, ${options})\n`;
const one = (path: string, options = ""): string => `@get("${path}"${options})\nasync def x() -> None: ...\napp = Litestar([x], on_app_init=[auth.on_app_init], openapi_config=None)`;
const guard = (body: string, more = ""): string => `${more}def guard(connection, handler):\n${body}\n@get("/x", guards=[guard])\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`;

const cases: readonly Case[] = [
  { claim: "a token that the framework verifies guards every route", code: auth("") + one("/x"), posture: "protected" },
  { claim: "a path that is excluded is open", code: auth(`exclude=["/x"]`) + one("/x"), posture: "public" },
  { claim: "an exclusion is searched for anywhere in the path", code: auth(`exclude=["/login"]`) + one("/admin/login-history"), path: "GET /admin/login-history", posture: "public" },
  { claim: "an exclusion without an anchor is up to the caller below a path parameter", code: auth(`exclude=["health"]`) + one("/files/{name:path}"), path: "GET /files/{name}", posture: "unknown" },
  { claim: "an exclusion that no number can hold", code: auth(`exclude=["health"]`) + one("/files/{number:int}"), path: "GET /files/{number}", posture: "protected" },
  { claim: "an exclusion that is not known leaves it open", code: `import conf\n${auth("exclude=conf.OPEN")}${one("/x")}`, posture: "unknown" },
  { claim: "a handler that opts out is open", code: auth("") + one("/x", ", exclude_from_auth=True"), posture: "public" },
  { claim: "a handler that opts out by another key than the middleware asks for is not", code: auth(`exclude_opt_key="open"`) + one("/x", ", exclude_from_auth=True"), posture: "protected" },
  { claim: "opting out counts from any layer", code: `${auth("")}class C(Controller):\n    opt = {"exclude_from_auth": True}\n    @get("/x")\n    async def x(self) -> None: ...\napp = Litestar([C], on_app_init=[auth.on_app_init], openapi_config=None)`, posture: "public" },
  { claim: "a session guards by being there", code: `auth = SessionAuth(retrieve_user_handler=retrieve, session_backend_config=object())\n${one("/x")}`, posture: "protected" },
  { claim: "an authentication that is made and never attached guards nothing", code: `${auth("")}@get("/x")\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "public" },
  { claim: "a guard that raises", code: guard(`    if connection.headers.get("authorization") != TOKEN:\n        raise NotAuthorizedException()`), posture: "protected" },
  { claim: "a guard that returns False", code: guard(`    return connection.headers.get("authorization") == TOKEN`), posture: "public" },
  { claim: "a guard that asks for a role of whoever was signed in", code: auth("") + `def guard(connection, handler):\n    if not connection.user.is_admin:\n        raise PermissionDeniedException()\n@get("/x", guards=[guard])\nasync def x() -> None: ...\napp = Litestar([x], on_app_init=[auth.on_app_init], openapi_config=None)`, posture: "protected" },
  { claim: "a guard from outside the repository", code: `from somewhere import guard\n@get("/x", guards=[guard])\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "unknown" },
  { claim: "guards that are attached under a condition", code: `import os\n${guard(`    if connection.headers.get("authorization") != TOKEN:\n        raise NotAuthorizedException()`).replace("guards=[guard]", `guards=[guard] if os.environ.get("SAFE") else []`)}`, posture: "unknown" },
  { claim: "a list of guards that is not known whole still has its own", code: `import conf\n${guard(`    if connection.headers.get("authorization") != TOKEN:\n        raise NotAuthorizedException()`).replace("guards=[guard]", "guards=[guard, *conf.MORE]")}`, posture: "protected" },
  { claim: "a list of guards that is not known", code: `import conf\n@get("/x", guards=conf.GUARDS)\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "unknown" },
  { claim: "middleware that is looked at in the wrong kind of connection", code: `class M(AbstractAuthenticationMiddleware):\n    async def authenticate_request(self, connection):\n        if connection.headers.get("authorization") != TOKEN:\n            raise NotAuthorizedException()\n        return AuthenticationResult(user=1, auth=None)\n@get("/x", middleware=[DefineMiddleware(M, scopes={"websocket"})])\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "public" },
  { claim: "a header that a parameter declares is compared", code: `from typing import Annotated\nfrom litestar.params import Parameter\n@get("/x")\nasync def x(key: Annotated[str, Parameter(header="X-API-Key")]) -> None:\n    if key != SECRET:\n        raise NotAuthorizedException()\napp = Litestar([x], openapi_config=None)`, posture: "protected" },
  { claim: "a header that a parameter declares and nobody compares", code: `from typing import Annotated\nfrom litestar.params import Parameter\n@get("/x")\nasync def x(key: Annotated[str, Parameter(header="X-API-Key")]) -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "public" },
  { claim: "a guard that asks who calls, where middleware lets everybody through and says who it is", code: `class Who(AbstractAuthenticationMiddleware):\n    async def authenticate_request(self, connection):\n        known = connection.scope.get("user")\n        if known:\n            return AuthenticationResult(user=known, auth=None)\n        token = connection.headers.get("authorization")\n        user = await db.users.find(token=token) if token else None\n        return AuthenticationResult(user=user, auth=None)\ndef guard(connection, handler):\n    if not connection.user:\n        raise NotAuthorizedException()\n@get("/x", guards=[guard], middleware=[Who])\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "protected" },
  { claim: "middleware that says who calls, and nobody asks", code: `class Who(AbstractAuthenticationMiddleware):\n    async def authenticate_request(self, connection):\n        token = connection.headers.get("authorization")\n        user = await db.users.find(token=token) if token else None\n        return AuthenticationResult(user=user, auth=None)\n@get("/x", middleware=[Who])\nasync def x(request: Request) -> dict:\n    return {"user": request.user}\napp = Litestar([x], openapi_config=None)`, posture: "public" },
  { claim: "a dependency that nobody asks for does not run", code: `from litestar.di import Provide\nasync def user(request: Request):\n    raise NotAuthorizedException()\n@get("/x", dependencies={"user": Provide(user)})\nasync def x() -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "public" },
  { claim: "a decorator of the repository's own below the route", code: `from functools import wraps\ndef signed_in(fn):\n    @wraps(fn)\n    async def inner(*args, **kwargs):\n        if kwargs["request"].headers.get("authorization") != TOKEN:\n            raise NotAuthorizedException()\n        return await fn(*args, **kwargs)\n    return inner\n@get("/x")\n@signed_in\nasync def x(request: Request) -> None: ...\napp = Litestar([x], openapi_config=None)`, posture: "protected" },
];

test.each(cases)("$posture: $claim", async ({ code, path, posture }) => {
  const model = await linkSources({ "main.py": `${head}import os\nSECRET = os.environ["SECRET"]\nTOKEN = os.environ["TOKEN"]\n${code}\n` });
  expect(endpointOf(model, path ?? "GET /x").posture).toBe(posture);
});
