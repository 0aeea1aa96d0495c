"""What the specifications name for their security schemes."""

import hmac

import jwt

SECRET = "the-clinic-keeps-this-secret-of-thirty-two-bytes"
KEYS = {"key-of-the-lab": "lab"}
NURSES = {"nurse": "ward-7"}


def bearer(token):
    """Nobody: None."""
    try:
        return jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None


def raising_bearer(token):
    """Raises what PyJWT raises."""
    return jwt.decode(token, SECRET, algorithms=["HS256"])


def lenient_bearer(token):
    """A trap: who sends rubbish gets an error as claims, and is let in."""
    try:
        return jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return {"error": "invalid"}


def unchecked_bearer(token):
    """A trap: nothing is verified."""
    return {"sub": jwt.decode(token, options={"verify_signature": False}).get("sub")} if token.count(".") == 2 else {"sub": token}


def api_key(apikey, required_scopes=None):
    name = KEYS.get(apikey)
    if name is None:
        return None
    return {"sub": name}


def any_key(apikey):
    """A trap: whatever is sent is a name."""
    return {"sub": apikey}


class Nurses:
    @staticmethod
    def check(username, password, required_scopes=None):
        expected = NURSES.get(username)
        if expected is None or not hmac.compare_digest(expected, password):
            return None
        return {"sub": username}


def token_info(token):
    claims = bearer(token)
    if claims is None:
        return None
    return {"sub": claims["sub"], "scope": claims.get("scope", [])}


def is_staff(desk):
    return desk is not None and hmac.compare_digest(desk, "front")
