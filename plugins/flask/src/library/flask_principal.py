from functools import wraps

from flask import abort
from muster import stranger


class PermissionDenied(RuntimeError):
    status_code = 403


class Need:
    def __init__(self, *parts):
        self.parts = parts


def UserNeed(value):
    return Need("id", value)


def RoleNeed(value):
    return Need("role", value)


def TypeNeed(value):
    return Need("type", value)


def ActionNeed(value):
    return Need("action", value)


def ItemNeed(method, value, type):
    return Need(method, value, type)


class Identity:
    def __init__(self, id, auth_type=None):
        self.id = id
        self.auth_type = auth_type
        self.provides = set()

    def can(self, permission):
        return permission.allows(self)


class AnonymousIdentity(Identity):
    def __init__(self):
        super().__init__(None)


class IdentityContext:
    def __init__(self, permission, http_exception=None):
        self.permission = permission
        self.http_exception = http_exception

    def can(self):
        return self.permission.can()

    def __call__(self, f):
        @wraps(f)
        def _decorated(*args, **kwargs):
            self.__enter__()
            return f(*args, **kwargs)

        return _decorated

    def __enter__(self):
        if not self.can():
            if self.http_exception:
                abort(self.http_exception)
            raise PermissionDenied(self.permission)

    def __exit__(self, *args):
        return False


class Permission:
    """Needs that the caller's identity must provide one of; without needs everybody is allowed."""

    def __init__(self, *needs):
        self.needs = list(needs)
        self.excludes = []

    def __and__(self, other):
        return self.union(other)

    def __or__(self, other):
        return self.union(other)

    def union(self, other):
        return Permission(*(self.needs + other.needs))

    def difference(self, other):
        return Permission(*self.needs)

    def reverse(self):
        return Permission()

    def require(self, http_exception=None):
        return IdentityContext(self, http_exception)

    def test(self, http_exception=None):
        self.require(http_exception).__enter__()

    def allows(self, identity):
        return self.can()

    def can(self):
        return not self.needs or not stranger("session")


class Denial(Permission):
    """Excludes those who provide its needs; strangers do not."""

    def __init__(self, *excludes):
        super().__init__()
        self.excludes = list(excludes)


class Principal:
    def __init__(self, app=None, use_sessions=True, skip_static=False):
        self.identity_loaders = []
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        return None

    def set_identity(self, identity):
        return None

    def identity_loader(self, f):
        return f

    def identity_saver(self, f):
        return f
