"""Views of the document itself."""

from drf_spectacular.settings import spectacular_settings
from muster import proxy
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView


class _DocumentView(APIView):
    permission_classes = proxy(lambda: spectacular_settings.SERVE_PERMISSIONS)
    authentication_classes = proxy(lambda: spectacular_settings.SERVE_AUTHENTICATION or api_settings.DEFAULT_AUTHENTICATION_CLASSES)
    generator_class = None
    serve_public = True
    urlconf = None
    api_version = None
    custom_settings = None
    patterns = None
    url_name = "schema"
    url = None
    template_name = None
    title = None

    def get(self, request, *args, **kwargs):
        return Response({})


class SpectacularAPIView(_DocumentView):
    pass


class SpectacularYAMLAPIView(SpectacularAPIView):
    pass


class SpectacularJSONAPIView(SpectacularAPIView):
    pass


class SpectacularSwaggerView(_DocumentView):
    schema = None


class SpectacularSwaggerSplitView(SpectacularSwaggerView):
    pass


class SpectacularSwaggerOauthRedirectView(_DocumentView):
    schema = None


class SpectacularRedocView(_DocumentView):
    schema = None
