"""An ASGI application that is a function, which asks who calls."""

from starlette.responses import PlainTextResponse

from guild.doors import TOKEN


async def ledger(scope, receive, send):
    caller = dict(scope["headers"]).get(b"authorization", b"").decode()
    response = PlainTextResponse("ledger") if caller == TOKEN else PlainTextResponse("members only", status_code=401)
    await response(scope, receive, send)


async def notice(scope, receive, send):
    await PlainTextResponse("open on Mondays")(scope, receive, send)
