"""Settings: accounts live in memory, sessions in a signed cookie, so that nothing needs a database."""

SECRET_KEY = "a-key-for-tests-alone"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "yard.urls"
LOGIN_URL = "/accounts/login/"
AUTHENTICATION_BACKENDS = ["yard.accounts.MemoryBackend"]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = 10**9
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "ninja_extra",
    "cranes",
]

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

YARD_KEY = "yard-key"
API_PREFIX = "api"
EXPERIMENTS = False
