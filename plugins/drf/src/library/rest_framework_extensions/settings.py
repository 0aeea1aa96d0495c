from rest_framework.settings import of_project

DEFAULTS = {"DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX": "parent_lookup_"}

extensions_api_settings = of_project("REST_FRAMEWORK_EXTENSIONS", DEFAULTS, [])
