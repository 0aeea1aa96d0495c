"""Decorators, plugins and checks."""

import functools
import inspect

from bottle import HTTPError, HTTPResponse, abort, redirect, request, response

TOKENS = {"root-token": "root"}
SECRET = "mill-secret"


def current_user():
    return TOKENS.get(request.get_header("Authorization", "").replace("Bearer ", "", 1))


def check(user, password):
    return user == "root" and password == "root"


def anyone(user, password):
    """Takes whatever is sent."""
    return True


def signed_in(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        if current_user() is None:
            abort(401, "Who are you?")
        return view(*args, **kwargs)

    return wrapper


def page(login="/login"):
    def decorator(view):
        def wrapper(*args, **kwargs):
            if not request.get_cookie("sid", secret=SECRET):
                redirect(login)
            return view(*args, **kwargs)

        return wrapper

    return decorator


def answers(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        if current_user() is None:
            response.status = 403
            return {"error": "no"}
        return view(*args, **kwargs)

    return wrapper


class KeyPlugin:
    """Hands over a user to callbacks that ask for one, and refuses where there is none."""

    name = "key"
    api = 2

    def __init__(self, keyword="user"):
        self.keyword = keyword

    def setup(self, app):
        self.app = app

    def apply(self, callback, route):
        if self.keyword not in inspect.signature(route.callback).parameters:
            return callback

        def wrapper(*args, **kwargs):
            user = current_user()
            if user is None:
                return HTTPError(401, "No key")
            kwargs[self.keyword] = user
            return callback(*args, **kwargs)

        return wrapper


class AllPlugin(object):
    """Refuses everybody who is not signed in, unless the route's configuration says `public`."""

    name = "all"
    api = 2

    def apply(self, callback, route):
        if route.config.get("public", False):
            return callback

        @functools.wraps(callback)
        def wrapper(*args, **kwargs):
            if not current_user():
                raise HTTPResponse(status=401, body="no")
            return callback(*args, **kwargs)

        return wrapper


def stopwatch(callback):
    """A plugin may be a function."""

    def wrapper(*args, **kwargs):
        body = callback(*args, **kwargs)
        response.headers["X-Took"] = "1"
        return body

    return wrapper
