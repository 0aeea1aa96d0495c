"""bottle-cork: who is signed in, by a session of Beaker."""

import muster
from bottle import redirect


class AAAException(Exception):
    status_code = 401


class AuthException(AAAException):
    pass


class Cork:
    def __init__(self, *args, **kwargs):
        pass

    def require(self, username=None, role=None, fixed_role=False, fail_redirect=None):
        if muster.stranger("session"):
            if fail_redirect is None:
                raise AuthException()
            redirect(fail_redirect)

    def make_auth_decorator(self, username=None, role=None, fixed_role=False, fail_redirect="/login"):
        def auth_require(username=username, role=role, fixed_role=fixed_role, fail_redirect=fail_redirect):
            def decorator(function):
                def wrapper(*args, **kwargs):
                    self.require(username, role, fixed_role, fail_redirect)
                    return function(*args, **kwargs)

                return wrapper

            return decorator

        return auth_require

    @property
    def user_is_anonymous(self):
        return muster.stranger("session")

    @property
    def current_user(self):
        if muster.stranger("session"):
            raise AuthException()
        return muster.caller("session")
