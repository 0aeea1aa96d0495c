from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from .registration import collect


@collect("guides")
class GuideViewSet(viewsets.ViewSet):
    lookup_value_regex = "[0-9]+"

    def list(self, request):
        return Response([])

    def retrieve(self, request, pk):
        return Response(pk)

    @action(detail=True, methods=["post"], url_path=r"pages/(?P<page>\d{1,3})")
    def pages(self, request, pk, page):
        return Response(page)


@collect("maps/printed")
class MapViewSet(viewsets.ViewSet):
    permission_classes = [AllowAny]
    lookup_field = "slug"

    def list(self, request):
        return Response([])

    def destroy(self, request, slug):
        return Response(status=204)
