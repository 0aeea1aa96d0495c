from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView


def get_schema_view(info=None, url=None, patterns=None, urlconf=None, public=False, validators=None, generator_class=None, authentication_classes=None, permission_classes=None):
    """A class of views: guarded as it is told here, and otherwise as all views are."""

    class SchemaView(APIView):
        schema = None

        def get(self, request, version="", format=None):
            return Response({})

        @classmethod
        def as_cached_view(cls, cache_timeout=0, cache_kwargs=None, **initkwargs):
            return cls.as_view()

        @classmethod
        def without_ui(cls, cache_timeout=0, cache_kwargs=None):
            return cls.as_view()

        @classmethod
        def with_ui(cls, renderer="swagger", cache_timeout=0, cache_kwargs=None):
            return cls.as_view()

    if authentication_classes:
        SchemaView.authentication_classes = authentication_classes
    if permission_classes:
        SchemaView.permission_classes = permission_classes
    return SchemaView
