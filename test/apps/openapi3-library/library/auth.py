import functools
import hmac

from flask import abort, request
from flask_httpauth import HTTPTokenAuth

TOKENS = {"reader-token": "reader"}
auth = HTTPTokenAuth()


@auth.verify_token
def verify(token):
    return TOKENS.get(token)


def at_the_desk(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        if not hmac.compare_digest(request.headers.get("X-Desk", ""), "front"):
            abort(403)
        return function(*args, **kwargs)

    return inner
