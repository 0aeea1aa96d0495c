from flask_wtf import CSRFProtect


def generate_csrf(secret_key=None, token_key=None):
    return None
