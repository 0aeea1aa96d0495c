"""Who may come in, by token, password or key."""

import hmac

from apiflask import HTTPBasicAuth, HTTPTokenAuth

TOKENS = {"keeper-token": "keeper"}
PASSWORDS = {"keeper": "keeper"}

token_auth = HTTPTokenAuth(scheme="Bearer")
basic_auth = HTTPBasicAuth()
key_auth = HTTPTokenAuth(scheme="ApiKey", header="X-Shelter-Key")


@token_auth.verify_token
def verify_token(token):
    return TOKENS.get(token)


@token_auth.get_user_roles
def roles_of(user):
    return ["keeper"]


@token_auth.error_processor
def explain(error):
    return {"reason": "sign in"}, error.status_code


@basic_auth.verify_password
def verify_password(username, password):
    expected = PASSWORDS.get(username)
    if expected is not None and hmac.compare_digest(expected, password):
        return username
    return None


@key_auth.verify_token
def verify_key(key):
    if not hmac.compare_digest(key, "machine-key"):
        return False
    return "machine"
