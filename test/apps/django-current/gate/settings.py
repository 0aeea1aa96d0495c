"""Everything needs a login, apart from what says that it does not (Django 5.1)."""

SECRET_KEY = "a-key-for-tests-alone"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "gate.urls"
LOGIN_URL = "/accounts/login/"
AUTHENTICATION_BACKENDS = ["gate.accounts.MemoryBackend"]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = 10**9
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gate.middleware.GateMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page.html": "page"})]},
    }
]
