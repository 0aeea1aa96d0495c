from functools import wraps

from muster import caller, proxy, stranger
from werkzeug.exceptions import Unauthorized as _Unauthorized


class Unauthorized(_Unauthorized):
    pass


class AuthUser:
    """A caller that is known by its id alone; whether it is known at all is asked with `await`."""

    def __init__(self, auth_id, action=None):
        self.auth_id = auth_id

    @property
    def is_authenticated(self):
        return self.auth_id is not None


def _user():
    if stranger("session"):
        return AuthUser(None)
    return caller("session")


current_user = proxy(_user)


def login_required(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        if stranger("session"):
            raise Unauthorized()
        return func(*args, **kwargs)

    return wrapper


def basic_auth_required(username_key="QUART_AUTH_BASIC_USERNAME", password_key="QUART_AUTH_BASIC_PASSWORD"):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            if stranger("http-basic"):
                raise Unauthorized()
            return func(*args, **kwargs)

        return wrapper

    return decorator


class QuartAuth:
    user_class = AuthUser

    def __init__(self, app=None, **options):
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        app.auth_manager = self


AuthManager = QuartAuth


def login_user(user, remember=False):
    return None


def logout_user():
    return None


def renew_login():
    return None
