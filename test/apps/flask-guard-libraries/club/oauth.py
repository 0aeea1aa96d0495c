from authlib.integrations.flask_oauth2 import ResourceProtector, current_token
from authlib.oauth2.rfc6750 import BearerTokenValidator
from flask import Blueprint, abort

from .users import TOKENS

bp = Blueprint("oauth", __name__)
require_oauth = ResourceProtector()


class Token:
    def __init__(self, user):
        self.user = user

    def get_scope(self):
        return "profile"

    def is_expired(self):
        return False

    def is_revoked(self):
        return False


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        user = TOKENS.get(token_string)
        return Token(user) if user else None


require_oauth.register_token_validator(Validator())


@bp.get("/profile")
@require_oauth("profile")
def profile():
    return current_token.user


@bp.get("/any-scope")
@require_oauth()
def any_scope():
    return "in"


@bp.get("/either")
@require_oauth(["profile", "email"])
def either():
    return "in"


@bp.get("/optional")
@require_oauth("profile", optional=True)
def optional():
    return "anybody"


@bp.get("/optional-checked")
@require_oauth(optional=True)
def optional_checked():
    if not current_token:
        abort(401)
    return "in"


@bp.get("/acquired")
def acquired():
    with require_oauth.acquire("profile") as token:
        return token.user


@require_oauth("profile")
@bp.get("/above")
def above():
    return "anybody"
