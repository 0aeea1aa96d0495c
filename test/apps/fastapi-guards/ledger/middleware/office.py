from typing import Sequence

from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from ..store import user_for_session


class OfficeMiddleware(BaseHTTPMiddleware):
    def __init__(self, app: ASGIApp, zone: str, open_prefixes: Sequence[str] = ()) -> None:
        super().__init__(app)
        self.zone = zone
        self.open_prefixes = tuple(open_prefixes)

    def is_open(self, path: str) -> bool:
        return not path.startswith(self.zone) or any(path.startswith(prefix) for prefix in self.open_prefixes)

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        if self.is_open(request.url.path):
            return await call_next(request)
        if user_for_session(request.cookies.get("sid")) is None:
            return JSONResponse({"detail": "Office hours are for members"}, status_code=401)
        return await call_next(request)
