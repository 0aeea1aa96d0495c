from functools import wraps

from muster import caller, proxy, refuse, stranger


def _get_token():
    if stranger("oauth2"):
        return None
    return caller("oauth2")


current_token = proxy(_get_token)


class _Acquired:
    def __init__(self, protector, scopes):
        self.protector = protector
        self.scopes = scopes

    def __enter__(self):
        return self.protector.acquire_token(self.scopes)


class ResourceProtector:
    """Asks the validators that were registered; a caller without a valid token passes where that is optional."""

    def __init__(self):
        self._token_validators = {}
        self._default_auth_type = None

    def register_token_validator(self, validator):
        self._token_validators[validator.TOKEN_TYPE] = validator

    def acquire_token(self, scopes=None, **kwargs):
        if stranger("oauth2"):
            refuse(401)
        return caller("oauth2")

    def acquire(self, scopes=None):
        return _Acquired(self, scopes)

    def __call__(self, scopes=None, optional=False, **kwargs):
        def wrapper(f):
            @wraps(f)
            def decorated(*args, **kwargs):
                if not optional:
                    self.acquire_token(scopes)
                return f(*args, **kwargs)

            return decorated

        if callable(scopes):
            function, scopes = scopes, None
            return wrapper(function)
        return wrapper
