from functools import wraps

from flask import abort
from flask_login import login_required
from muster import stranger


def _guarded(fn, kind, status):
    @wraps(fn)
    def decorated(*args, **kwargs):
        if stranger(kind):
            abort(status)
        return fn(*args, **kwargs)

    return decorated


def auth_required(*auth_methods, **kwargs):
    def wrapper(fn):
        return _guarded(fn, "session", 401)

    return wrapper


def auth_token_required(fn):
    return _guarded(fn, "api-key", 401)


def http_auth_required(realm):
    if callable(realm):
        return _guarded(realm, "http-basic", 401)

    def wrapper(fn):
        return _guarded(fn, "http-basic", 401)

    return wrapper


def _roles(names):
    def wrapper(fn):
        # Without a name nothing is asked of the caller.
        if not names:
            return fn
        return _guarded(fn, "session", 403)

    return wrapper


def roles_required(*roles):
    return _roles(roles)


def roles_accepted(*roles):
    return _roles(roles)


def permissions_required(*fsperms):
    return _roles(fsperms)


def permissions_accepted(*fsperms):
    return _roles(fsperms)


def anonymous_user_required(fn):
    return fn
