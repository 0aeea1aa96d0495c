from datetime import timedelta


class Settings:
    SECRET_KEY = "radio-sessions-of-a-test-application-only"
    PERMANENT_SESSION_LIFETIME = timedelta(days=365 * 200)
    QUART_AUTH_DURATION = 365 * 200 * 24 * 60 * 60
