from datetime import timedelta


class Settings:
    SECRET_KEY = "sessions-of-a-test-application-only"
    JWT_SECRET_KEY = "tokens-of-a-test-application-only-tokens"
    JWT_TOKEN_LOCATION = ["headers", "cookies"]
    JWT_COOKIE_CSRF_PROTECT = False
    PERMANENT_SESSION_LIFETIME = timedelta(days=365 * 200)
    LOGIN_DISABLED = False


class WithoutLogin(Settings):
    """As for a demonstration: Flask-Login lets everybody in."""

    LOGIN_DISABLED = True
