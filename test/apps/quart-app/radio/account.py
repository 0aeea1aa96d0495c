from quart import Blueprint, abort
from quart_auth import current_user, login_required

account = Blueprint("account", __name__)


@account.get("/account")
@login_required
async def show():
    return "in"


@account.get("/inline")
async def inline():
    if not await current_user.is_authenticated:
        abort(401)
    return "in"


@account.get("/perhaps")
async def perhaps():
    return "you" if await current_user.is_authenticated else "somebody"


@login_required
@account.get("/above")
async def above():
    return "anybody"
