"""Who may come in, and what lies at the quay."""
import hmac
import json

TOKENS = {"pilot-token": {"name": "pilot", "admin": True}}
API_KEY = "crane-key"
PASSWORDS = {"pilot": "pilot"}
SHIPS = {"1": {"name": "Aurora", "owner": "pilot"}}


def user_of_token(token):
    return TOKENS.get(token)


def is_api_key(key):
    return key is not None and hmac.compare_digest(key, API_KEY)


def read_cookie(text):
    """What is in no cookie of ours is an empty session."""
    try:
        return json.loads(text)
    except ValueError:
        return {}
