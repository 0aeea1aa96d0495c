"""Handlers say who calls; a token getter says by what."""

import muster
from robyn.messages import Response


class Identity:
    def __init__(self, claims):
        self.claims = claims


class TokenGetter:
    @property
    def scheme(self):
        return "Bearer"

    @classmethod
    def get_token(cls, request):
        return None

    @classmethod
    def set_token(cls, request, token):
        pass


class BearerGetter(TokenGetter):
    @classmethod
    def get_token(cls, request):
        return muster.text("header", "authorization")


class AuthenticationHandler:
    def __init__(self, token_getter=None):
        self.token_getter = token_getter

    @property
    def unauthorized_response(self):
        return Response(401)

    def authenticate(self, request):
        return None
