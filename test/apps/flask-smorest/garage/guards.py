from functools import wraps

from flask import request
from flask_smorest import abort


def token_required(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        if request.headers.get("X-Token") != "root-token":
            abort(401, message="no token")
        return view(*args, **kwargs)

    return wrapped
