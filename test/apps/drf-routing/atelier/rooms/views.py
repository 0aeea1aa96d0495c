from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from .models import Crate, Room, Shelf


class RoomSerializer(serializers.ModelSerializer):
    class Meta:
        model = Room
        fields = ["id", "number"]


class RoomViewSet(viewsets.ModelViewSet):
    queryset = Room.objects.all()
    serializer_class = RoomSerializer


class ShelfViewSet(viewsets.ViewSet):
    queryset = Shelf.objects.all()

    def list(self, request, **kwargs):
        return Response([])

    def retrieve(self, request, pk=None, **kwargs):
        return Response({})


class CrateViewSet(viewsets.ViewSet):
    queryset = Crate.objects.all()
    lookup_field = "number"

    def list(self, request, *args, **kwargs):
        return Response([])

    def update(self, request, *args, **kwargs):
        return Response({})

    @action(detail=True, methods=["post"], permission_classes=[AllowAny])
    def weigh(self, request, *args, **kwargs):
        return Response({})


class LabelViewSet(viewsets.ViewSet):
    def list(self, request, *args, **kwargs):
        return Response([])
