from rest_framework.settings import of_project

DEFAULTS = {
    "SERVE_PUBLIC": True,
    "SERVE_INCLUDE_SCHEMA": True,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": None,
}

spectacular_settings = of_project("SPECTACULAR_SETTINGS", DEFAULTS, ["SERVE_PERMISSIONS", "SERVE_AUTHENTICATION"])
