"""Decorators of the house: some guard, some only look like it."""

import functools
import hmac
from functools import wraps

from flask import abort, current_app, g, jsonify, redirect, request, session, url_for
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.exceptions import Unauthorized

from .errors import NotAllowed, NotSignedIn
from .users import API_KEY, by_token


def login_required(view):
    @functools.wraps(view)
    def wrapped(**kwargs):
        if g.user is None:
            return redirect(url_for("login.sign_in"))
        return view(**kwargs)

    return wrapped


def login_required_without_wraps(view):
    def wrapped(*args, **kwargs):
        if not session.get("user_id"):
            abort(401)
        return view(*args, **kwargs)

    wrapped.__name__ = view.__name__
    return wrapped


def role_required(*roles):
    def decorator(view):
        @wraps(view)
        def wrapped(*args, **kwargs):
            if g.user is None:
                raise NotSignedIn("sign in first")
            if not any(role in g.user.roles for role in roles):
                raise NotAllowed("not for you")
            return view(*args, **kwargs)

        return wrapped

    return decorator


def optional_arguments(view=None, *, admin=False):
    """With and without parentheses."""

    def decorator(function):
        @wraps(function)
        def wrapped(*args, **kwargs):
            if not g.user or (admin and not g.user.admin):
                return jsonify(error="forbidden"), 403
            return function(*args, **kwargs)

        return wrapped

    return decorator(view) if view is not None else decorator


class Gatekeeper:
    """A decorator that is an object."""

    def __init__(self, header):
        self.header = header

    def __call__(self, view):
        @wraps(view)
        def wrapped(*args, **kwargs):
            self.check()
            return view(*args, **kwargs)

        return wrapped

    def check(self):
        if not hmac.compare_digest(request.headers.get(self.header, ""), API_KEY):
            raise Unauthorized("no key")


key_required = Gatekeeper("X-Key")


def token_required(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        header = request.headers.get("Authorization")
        if not header or not header.startswith("Bearer "):
            abort(401)
        user = by_token(header.split(" ", 1)[1])
        if user is None:
            abort(401, description="unknown token")
        return view(user, *args, **kwargs)

    return wrapped


def signed_cookie(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        try:
            g.badge = URLSafeSerializer(current_app.config["SECRET_KEY"], salt="badge").loads(request.cookies.get("badge", ""))
        except BadSignature:
            return {"error": "no badge"}, 401
        return view(*args, **kwargs)

    return wrapped


def basic_auth(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        auth = request.authorization
        if not auth or auth.username != "root" or auth.password != "root":
            return "", 401, {"WWW-Authenticate": "Basic"}
        return view(*args, **kwargs)

    return wrapped


def when_required(view):
    """By configuration."""

    @wraps(view)
    def wrapped(*args, **kwargs):
        if current_app.config["REQUIRE_LOGIN"] and g.user is None:
            abort(401)
        return view(*args, **kwargs)

    return wrapped


def staff_when_required(view):
    """Its switch is off."""

    @wraps(view)
    def wrapped(*args, **kwargs):
        if current_app.config.get("REQUIRE_STAFF") and "staff" not in g.user.roles:
            abort(403)
        return view(*args, **kwargs)

    return wrapped


def load_current_user(view):
    """Rejects nobody."""

    @wraps(view)
    def wrapped(*args, **kwargs):
        g.current = by_token(request.headers.get("X-Token", ""))
        return view(*args, **kwargs)

    return wrapped


def authenticated(view):
    """Logs, and goes on."""

    @wraps(view)
    def wrapped(*args, **kwargs):
        if g.user is None:
            current_app.logger.warning("nobody is signed in")
        return view(*args, **kwargs)

    return wrapped


def swallowing(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        try:
            key_required.check()
        except Unauthorized:
            pass
        return view(*args, **kwargs)

    return wrapped


def for_writes(view):
    """Only for methods that change something."""

    @wraps(view)
    def wrapped(*args, **kwargs):
        if request.method not in ("GET", "HEAD", "OPTIONS") and g.user is None:
            abort(401)
        return view(*args, **kwargs)

    return wrapped
