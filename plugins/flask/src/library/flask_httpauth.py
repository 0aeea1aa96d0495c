from functools import wraps

from flask import abort, g, make_response, request
from muster import caller, stranger, text


class HTTPAuth:
    kind = "http-basic"

    def __init__(self, scheme=None, realm=None, header=None):
        self.scheme = scheme
        self.header = header
        self.get_password_callback = None
        self.get_user_roles_callback = None
        self.auth_error_callback = None

    def get_password(self, f):
        self.get_password_callback = f
        return f

    def get_user_roles(self, f):
        self.get_user_roles_callback = f
        return f

    def error_handler(self, f):
        self.auth_error_callback = f
        return f

    def get_auth(self):
        if self.header is not None:
            return _Given(None, text("header", self.header))
        return request.authorization

    def get_auth_password(self, auth):
        return None

    def authorize(self, role, user, auth):
        """Roles are asked of somebody: strangers were turned away before."""
        return True

    def _refuse(self, status):
        if self.auth_error_callback:
            answer = self.auth_error_callback(status)
            abort(make_response(answer, status))
        abort(status)

    def login_required(self, f=None, role=None, optional=None):
        if f is not None and (role is not None or optional is not None):
            raise ValueError("role and optional are the only supported arguments")

        def login_required_internal(f):
            @wraps(f)
            def decorated(*args, **kwargs):
                if request.method != "OPTIONS":
                    # Whatever the callback makes of it: this looks at who calls.
                    stranger(self.kind)
                    auth = self.get_auth()
                    password = self.get_auth_password(auth)
                    user = self.authenticate(auth, password)
                    if optional:
                        g.flask_httpauth_user = user
                    elif user is None or user is False:
                        self._refuse(401)
                    else:
                        g.flask_httpauth_user = user
                return f(*args, **kwargs)

            return decorated

        if f:
            return login_required_internal(f)
        return login_required_internal

    def username(self):
        return request.authorization.username

    def current_user(self):
        if stranger(self.kind):
            return None
        return caller(self.kind)


class _Given:
    def __init__(self, username, token):
        self.username = username
        self.password = token
        self.token = token


class HTTPBasicAuth(HTTPAuth):
    def __init__(self, scheme=None, realm=None):
        super().__init__(scheme or "Basic", realm)
        self.hash_password_callback = None
        self.verify_password_callback = None

    def hash_password(self, f):
        self.hash_password_callback = f
        return f

    def verify_password(self, f):
        self.verify_password_callback = f
        return f

    def authenticate(self, auth, stored_password):
        if self.verify_password_callback:
            return self.verify_password_callback(request.authorization.username, request.authorization.password)
        return not stranger("http-basic")


class HTTPDigestAuth(HTTPAuth):
    kind = "http-digest"

    def __init__(self, scheme=None, realm=None, use_ha1_pw=False, qop="auth", algorithm="MD5"):
        super().__init__(scheme or "Digest", realm)

    def generate_nonce(self, f):
        return f

    def verify_nonce(self, f):
        return f

    def generate_opaque(self, f):
        return f

    def verify_opaque(self, f):
        return f

    def authenticate(self, auth, stored_password):
        return not stranger("http-digest")


class HTTPTokenAuth(HTTPAuth):
    kind = "http-bearer"

    def __init__(self, scheme="Bearer", realm=None, header=None):
        super().__init__(scheme, realm, header)
        self.verify_token_callback = None

    def verify_token(self, f):
        self.verify_token_callback = f
        return f

    def authenticate(self, auth, stored_password):
        if self.verify_token_callback:
            if self.header is not None:
                return self.verify_token_callback(text("header", self.header))
            return self.verify_token_callback(text("header", "Authorization"))
        return False


class MultiAuth:
    """Lets in whom any of its schemes lets in."""

    def __init__(self, main_auth, *args):
        self.main_auth = main_auth
        self.additional_auth = args

    def login_required(self, f=None, role=None, optional=None):
        def login_required_internal(f):
            @wraps(f)
            def decorated(*args, **kwargs):
                if request.method != "OPTIONS":
                    stranger(self.main_auth.kind)
                    user = None
                    for auth in (self.main_auth,) + self.additional_auth:
                        user = user or auth.authenticate(auth.get_auth(), None)
                    if optional:
                        g.flask_httpauth_user = user
                    elif user is None or user is False:
                        self.main_auth._refuse(401)
                    else:
                        g.flask_httpauth_user = user
                return f(*args, **kwargs)

            return decorated

        if f:
            return login_required_internal(f)
        return login_required_internal

    def current_user(self):
        return self.main_auth.current_user()
