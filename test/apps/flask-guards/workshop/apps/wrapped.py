"""Puts a guard around everything that was registered, but a few."""

from functools import wraps

from flask import Flask, request

from ..users import by_token

wrapped = Flask(__name__, static_folder=None)
PUBLIC = frozenset({"ping"})


def guard(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if by_token(request.headers.get("X-Token")) is None:
            return "no", 401
        return view(*args, **kwargs)

    return inner


@wrapped.get("/ping")
def ping():
    return "anybody"


@wrapped.get("/orders")
def orders():
    return "in"


for endpoint, view in list(wrapped.view_functions.items()):
    if endpoint not in PUBLIC:
        wrapped.view_functions[endpoint] = guard(view)


@wrapped.get("/too-late")
def too_late():
    """Registered after everything was wrapped."""
    return "anybody"
