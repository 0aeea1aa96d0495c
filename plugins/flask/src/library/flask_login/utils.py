from functools import wraps

from flask import current_app, request
from muster import caller, denial, proxy, stranger
from muster_flask import setting

from .config import EXEMPT_METHODS
from .login_manager import LoginManager

_unconfigured = LoginManager()


def _manager():
    """Of the application; where none was seen, as one without any loader."""
    return getattr(current_app, "login_manager", None) or _unconfigured


def _get_user():
    """Of the session; else of the request, where the application has a loader for it; else nobody."""
    manager = _manager()
    if stranger("session"):
        if manager._request_callback:
            user = manager._request_callback(request)
            if user is not None:
                return user
        return manager.anonymous_user()
    return caller("session")


current_user = proxy(_get_user)


def login_required(func):
    @wraps(func)
    def decorated_view(*args, **kwargs):
        if request.method in EXEMPT_METHODS or setting("LOGIN_DISABLED", False):
            return func(*args, **kwargs)
        if not current_user.is_authenticated:
            return denial(_manager().unauthorized())
        return func(*args, **kwargs)

    return decorated_view


def fresh_login_required(func):
    @wraps(func)
    def decorated_view(*args, **kwargs):
        if request.method in EXEMPT_METHODS or setting("LOGIN_DISABLED", False):
            return func(*args, **kwargs)
        if not current_user.is_authenticated:
            return denial(_manager().unauthorized())
        if not login_fresh():
            return denial(_manager().needs_refresh())
        return func(*args, **kwargs)

    return decorated_view


def login_fresh():
    return not stranger("session")


def login_user(user, remember=False, duration=None, force=False, fresh=True):
    return True


def logout_user():
    return True


def confirm_login():
    return None
