from .base import *  # noqa: F403
from .base import MIDDLEWARE

ROOT_URLCONF = "shop.urls"
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"] + MIDDLEWARE
