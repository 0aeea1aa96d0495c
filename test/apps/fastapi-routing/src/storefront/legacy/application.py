"""The old shop: an application of its own below /legacy, with a Starlette one inside."""

from fastapi import Depends, FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from storefront.security import require_staff


async def ping(request: Request) -> JSONResponse:
    return JSONResponse("pong")


inner = Starlette(routes=[Route("/ping", ping), Mount("/deep", routes=[Route("/{key}", ping, methods=["DELETE"])])])

legacy_app = FastAPI(title="Old shop", docs_url=None, redoc_url=None, dependencies=[Depends(require_staff)])


@legacy_app.get("/invoices/{number}")
def invoice(number: int):
    return {}


legacy_app.mount("/inner", inner)
