"""Falcon-auth: middleware that asks a backend who calls, before every resource that does not opt out."""

from falcon_auth.backends import AuthBackend, BasicAuthBackend, JWTAuthBackend, MultiAuthBackend, NoneAuthBackend, TokenAuthBackend
from falcon_auth.middleware import FalconAuthMiddleware
