"""When."""
from sanic import Blueprint
from sanic.response import empty

from ..auth import signed_in

shifts = Blueprint("shifts")


@shifts.get("/shifts/<shift>/", name="one")
@signed_in
async def shift(request, shift):
    return empty()


@shifts.delete("/shifts/<shift>")
async def drop(request, shift):
    if not request.ctx.user:
        from sanic.exceptions import Unauthorized

        raise Unauthorized("sign in")
    return empty()
