import re
from functools import wraps
from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser, requires
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Mount, Route
USERS = {"secret": {"name": "root"}, "Bearer secret": {"name": "root"}}
async def login(request):
    return JSONResponse({})
class People(AuthenticationBackend):
    async def authenticate(self, conn):
        if conn.headers.get("authorization") not in ("secret", "Bearer secret"):
            return None
        return AuthCredentials(["authenticated"]), SimpleUser("root")
@requires(["authenticated"], redirect="login")
async def handle_6(request):
    return JSONResponse({})
def find_3(value):
    return USERS.get(value)
class Backend_3(AuthenticationBackend):
    async def authenticate(self, conn):
        enabled = False
        user = find_3(conn.headers.get("authorization"))
        if enabled and not user:
            raise AuthenticationError("no")
        return AuthCredentials(["authenticated"]), SimpleUser("root")
def refused_3(conn, error):
    return JSONResponse({}, status_code=401)
app = Starlette(routes=[Route("/login", login, name="login"), Mount("/m2", routes=[Route("/r6", handle_6, methods=["GET"])], middleware=[Middleware(AuthenticationMiddleware, backend=Backend_3(), on_error=refused_3)])], middleware=[Middleware(AuthenticationMiddleware, backend=People())])
