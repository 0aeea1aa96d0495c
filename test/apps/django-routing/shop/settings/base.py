from pathlib import Path

from shop.environment import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
SECRET_KEY = env("SECRET_KEY", default="a-key-for-tests-alone")
DEBUG = env.bool("SHOP_DEBUG", default=False)
ALLOWED_HOSTS = ["*"]

PROJECT_APPS = ["catalogue", "pages"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    *PROJECT_APPS,
]
MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",
]
# Replaced below by the module that is deployed.
ROOT_URLCONF = "shop.nowhere"
API_PREFIX = "api"
API_VERSION = env("API_VERSION", default="v2")
ENABLE_REPORTS = True
ENABLE_BETA = False
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "media"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_I18N = True
LANGUAGE_CODE = "en"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page.html": "page"})]},
    }
]
