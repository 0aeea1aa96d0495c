"""Who is known by what."""

from falcon_auth import BasicAuthBackend, JWTAuthBackend, MultiAuthBackend, NoneAuthBackend, TokenAuthBackend

PASSWORDS = {"mate": "rope"}
TOKENS = {"ferry-token": "mate"}


def by_password(username, password):
    return username if PASSWORDS.get(username) == password else None


def by_token(token):
    return TOKENS.get(token)


def by_claims(payload):
    return payload.get("user")


def anybody():
    return "a passenger"


def everybody_is_somebody(token):
    return {"token": token}


basic = BasicAuthBackend(by_password)
token = TokenAuthBackend(by_token)
signed = JWTAuthBackend(by_claims, "a-secret-that-is-long-enough-for-it", required_claims=["exp"])
either = MultiAuthBackend(basic, token)
passengers = MultiAuthBackend(token, NoneAuthBackend(anybody))
