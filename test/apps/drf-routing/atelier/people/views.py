from rest_framework import permissions, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from .models import Painter


class PainterSerializer(serializers.ModelSerializer):
    class Meta:
        model = Painter
        fields = ["id", "name", "slug"]


class PainterViewSet(viewsets.ModelViewSet):
    queryset = Painter.objects.all()
    serializer_class = PainterSerializer
    lookup_field = "slug"

    @action(detail=True, permission_classes=[permissions.AllowAny])
    def portrait(self, request, slug):
        return Response({"slug": slug})


class StudentViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Painter.objects.all()
    serializer_class = PainterSerializer

    @action(detail=False, methods=["post"])
    def invite(self, request, *args, **kwargs):
        return Response({})


class LetterViewSet(viewsets.ViewSet):
    lookup_field = "number"
    lookup_value_regex = r"\d+"

    def list(self, request, **kwargs):
        return Response([])

    def retrieve(self, request, number=None, **kwargs):
        return Response(number)

    def destroy(self, request, number=None, **kwargs):
        return Response(status=204)


class AddressViewSet(viewsets.ViewSet):
    def create(self, request):
        return Response({}, status=201)

    def partial_update(self, request, pk=None):
        return Response({})
