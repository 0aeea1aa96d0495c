from .base import *  # noqa: F403

# No program names these settings: what they switch on is not served.
DEBUG = True
ENABLE_BETA = True
API_VERSION = "next"
