"""Who is known, and by which token, key or password."""

import base64
import hmac

TOKENS = {"root-token": {"name": "root", "roles": ["pilot", "master"]}, "deck-token": {"name": "deck", "roles": []}}
MACHINE_KEY = "machine-key"


def user_for_header(value):
    scheme, _, token = (value or "").partition(" ")
    if scheme != "Bearer":
        return None
    return TOKENS.get(token)


def is_machine(key):
    return key is not None and hmac.compare_digest(key, MACHINE_KEY)


def basic_pair(value):
    try:
        name, _, word = base64.b64decode((value or "").removeprefix("Basic ")).decode().partition(":")
    except ValueError:
        return None, None
    return name, word
