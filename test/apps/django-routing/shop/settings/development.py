from .base import *  # noqa: F403

DEBUG = True
ROOT_URLCONF = "shop.development_urls"
