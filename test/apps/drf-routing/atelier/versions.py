from rest_framework.response import Response
from rest_framework.versioning import NamespaceVersioning, URLPathVersioning
from rest_framework.views import APIView


class PathVersioned(APIView):
    versioning_class = URLPathVersioning

    def get(self, request, version):
        return Response(request.version)


class NamespaceVersioned(APIView):
    versioning_class = NamespaceVersioning

    def get(self, request):
        return Response(request.version)
