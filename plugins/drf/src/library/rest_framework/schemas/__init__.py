"""Documents about an API; what they show follows from the views."""

from rest_framework.schemas.views import SchemaView


class DefaultSchema:
    pass


AutoSchema = DefaultSchema
ManualSchema = DefaultSchema


class SchemaGenerator:
    def __init__(self, *args, **kwargs):
        pass


def get_schema_view(title=None, url=None, description=None, urlconf=None, renderer_classes=None, public=False, patterns=None, generator_class=None, authentication_classes=None, permission_classes=None, version=None):
    initkwargs = {}
    if authentication_classes is not None:
        initkwargs["authentication_classes"] = authentication_classes
    if permission_classes is not None:
        initkwargs["permission_classes"] = permission_classes
    return SchemaView.as_view(**initkwargs)
