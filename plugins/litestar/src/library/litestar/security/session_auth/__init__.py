from litestar.security.session_auth.auth import SessionAuth
from litestar.security.session_auth.middleware import SessionAuthMiddleware
