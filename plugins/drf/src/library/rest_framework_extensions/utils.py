from rest_framework_extensions.settings import extensions_api_settings


def compose_parent_pk_kwarg_name(value):
    return f"{extensions_api_settings.DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX}{value}"
