"""What the specification names to check who calls."""

TOKENS = {"root-token": "root"}
KEYS = {"root-key": "root"}


def check_token(token):
    user = TOKENS.get(token)
    return {"sub": user} if user else None


def check_key(key, required_scopes=None):
    user = KEYS.get(key)
    if user is None:
        return None
    return {"uid": user}


def anybody(token):
    """Whoever sends one is let in."""
    return {"sub": token}
