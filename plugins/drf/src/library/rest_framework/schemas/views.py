from rest_framework.response import Response
from rest_framework.views import APIView


class SchemaView(APIView):
    """Shows the document of an API; it is no part of it."""

    _ignore_model_permissions = True
    schema = None

    def get(self, request, *args, **kwargs):
        return Response({})
