from functools import wraps

from quart import abort, request, websocket


def token_required(view):
    @wraps(view)
    async def wrapped(*args, **kwargs):
        if request.headers.get("X-Token") != "root-token":
            abort(401)
        return await view(*args, **kwargs)

    return wrapped


def socket_token_required(view):
    @wraps(view)
    async def wrapped(*args, **kwargs):
        if websocket.headers.get("X-Token") != "root-token":
            abort(403)
        return await view(*args, **kwargs)

    return wrapped
