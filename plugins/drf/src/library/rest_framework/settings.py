"""What `REST_FRAMEWORK` of the project at hand says, and the defaults. Read anew each time: a repository may hold several projects."""

from django.conf import settings
from muster import imported

DEFAULTS = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer", "rest_framework.renderers.BrowsableAPIRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser", "rest_framework.parsers.FormParser", "rest_framework.parsers.MultiPartParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication", "rest_framework.authentication.BasicAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_THROTTLE_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "rest_framework.negotiation.DefaultContentNegotiation",
    "DEFAULT_METADATA_CLASS": "rest_framework.metadata.SimpleMetadata",
    "DEFAULT_VERSIONING_CLASS": None,
    "DEFAULT_PAGINATION_CLASS": None,
    "DEFAULT_FILTER_BACKENDS": [],
    "DEFAULT_SCHEMA_CLASS": "rest_framework.schemas.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {"user": None, "anon": None},
    "PAGE_SIZE": None,
    "SEARCH_PARAM": "search",
    "ORDERING_PARAM": "ordering",
    "DEFAULT_VERSION": None,
    "ALLOWED_VERSIONS": None,
    "VERSION_PARAM": "version",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "UNAUTHENTICATED_TOKEN": None,
    "EXCEPTION_HANDLER": "rest_framework.views.exception_handler",
    "VIEW_NAME_FUNCTION": "rest_framework.views.get_view_name",
    "VIEW_DESCRIPTION_FUNCTION": "rest_framework.views.get_view_description",
    "NON_FIELD_ERRORS_KEY": "non_field_errors",
    "URL_FORMAT_OVERRIDE": "format",
    "FORMAT_SUFFIX_KWARG": "format",
    "URL_FIELD_NAME": "url",
    "SCHEMA_COERCE_PATH_PK": True,
    "NUM_PROXIES": None,
    "STRICT_JSON": True,
    "COERCE_DECIMAL_TO_STRING": True,
    "UPLOADED_FILES_USE_URL": True,
}

IMPORT_STRINGS = [
    "DEFAULT_RENDERER_CLASSES",
    "DEFAULT_PARSER_CLASSES",
    "DEFAULT_AUTHENTICATION_CLASSES",
    "DEFAULT_PERMISSION_CLASSES",
    "DEFAULT_THROTTLE_CLASSES",
    "DEFAULT_CONTENT_NEGOTIATION_CLASS",
    "DEFAULT_METADATA_CLASS",
    "DEFAULT_VERSIONING_CLASS",
    "DEFAULT_PAGINATION_CLASS",
    "DEFAULT_FILTER_BACKENDS",
    "DEFAULT_SCHEMA_CLASS",
    "EXCEPTION_HANDLER",
    "UNAUTHENTICATED_USER",
    "UNAUTHENTICATED_TOKEN",
    "VIEW_NAME_FUNCTION",
    "VIEW_DESCRIPTION_FUNCTION",
]


def import_from_string(value, setting_name=None):
    return imported(value)


def perform_import(value, setting_name=None):
    if isinstance(value, str):
        return imported(value)
    if isinstance(value, (list, tuple)):
        return [imported(one) if isinstance(one, str) else one for one in value]
    return value


class APISettings:
    """Libraries around this one make their own, with their own table of defaults."""

    def __init__(self, user_settings=None, defaults=None, import_strings=None):
        self._user_settings = user_settings
        self.defaults = DEFAULTS if defaults is None else defaults
        self.import_strings = IMPORT_STRINGS if import_strings is None else import_strings

    @property
    def user_settings(self):
        return self._user_settings or {}

    def _known(self):
        return self.user_settings

    def __getattr__(self, name):
        known = self._known()
        value = known[name] if name in known else self.defaults.get(name)
        if name in self.import_strings:
            return perform_import(value, name)
        return value

    def reload(self):
        pass


class _OfProject(APISettings):
    """Those of a name in the settings of the project."""

    def __init__(self, setting, defaults, import_strings):
        super().__init__(None, defaults, import_strings)
        self._setting = setting

    def _known(self):
        return getattr(settings, self._setting, {})

    @property
    def user_settings(self):
        return self._known()


def of_project(setting, defaults, import_strings):
    return _OfProject(setting, defaults, import_strings)


api_settings = _OfProject("REST_FRAMEWORK", DEFAULTS, IMPORT_STRINGS)


def reload_api_settings(*args, **kwargs):
    pass
