"""APIFairy: decorators that describe views; one of them has Flask-HTTPAuth ask who calls."""

from functools import wraps

import muster


class APIFairy:
    def __init__(self, app=None):
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        pass

    def process_apispec(self, f):
        return f

    def error_handler(self, f):
        return f


class FileField:
    def __init__(self, *args, **options):
        pass


def authenticate(auth, **kwargs):
    def decorator(f):
        if auth is None:
            return f
        return auth.login_required(**kwargs)(f)

    return decorator


def arguments(schema, location="query", **kwargs):
    return _with_input


def body(schema, location="json", media_type=None, **kwargs):
    return _with_input


def _with_input(f):
    """What was sent comes behind the arguments of the path."""

    @wraps(f)
    def wrapped(*args, **kwargs):
        return f(*args, muster.given("body"), **kwargs)

    return wrapped


def response(schema, status_code=200, description=None, headers=None):
    def decorator(f):
        @wraps(f)
        def wrapped(*args, **kwargs):
            return f(*args, **kwargs), status_code

        return wrapped

    return decorator


def other_responses(responses):
    return lambda f: f


def webhook(method="GET", blueprint=None, endpoint=None):
    return lambda f: f
