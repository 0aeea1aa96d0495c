from datetime import timedelta


class Base:
    SECRET_KEY = "sessions-of-a-test-application-only"
    PERMANENT_SESSION_LIFETIME = timedelta(days=365 * 200)


class Settings(Base):
    REQUIRE_LOGIN = True
    REQUIRE_STAFF = False
