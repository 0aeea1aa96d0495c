from rest_framework import generics, mixins, status, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Painting, Sketch
from .serializers import PaintingSerializer, SketchSerializer


class ArchiveMixin:
    """An action that comes with a mixin, and one that a subclass gives up."""

    @action(detail=True, methods=["post"])
    def archive(self, request, *args, **kwargs):
        return Response({"archived": True})

    @action(detail=False)
    def archived(self, request):
        return Response([])


class PaintingViewSet(ArchiveMixin, viewsets.ModelViewSet):
    queryset = Painting.objects.all()
    serializer_class = PaintingSerializer
    lookup_field = "code"
    lookup_value_regex = "[0-9a-z]+"

    @action(detail=True, methods=["get", "post"], url_path="hang-up", url_name="hanging")
    def hang(self, request, code=None, **kwargs):
        return Response({"code": code})

    @hang.mapping.delete
    def take_down(self, request, code=None, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @hang.mapping.put
    def move(self, request, code=None, **kwargs):
        return Response({"moved": code})

    @action(detail=False, methods=["GET"], url_path=r"by-year/(?P<year>[0-9]{1,4})", permission_classes=[AllowAny])
    def by_year(self, request, year, **kwargs):
        return Response({"year": year})

    @action(methods=("put", "patch"), detail=True, url_path=r"frames/(?P<frame_id>\d+)/glass")
    def glass(self, request, code, frame_id, **kwargs):
        return Response({"frame": frame_id})

    @action(detail=False, permission_classes=())
    def latest(self, request, **kwargs):
        return Response({})

    def archived(self, request):
        """Overridden without the decorator: it is no action any more."""
        return Response([])


class SketchViewSet(mixins.ListModelMixin, mixins.CreateModelMixin, viewsets.GenericViewSet):
    queryset = Sketch.objects.all()
    serializer_class = SketchSerializer
    http_method_names = ["get", "head", "options"]


class SketchDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Sketch.objects.all()
    serializer_class = SketchSerializer
    lookup_url_kwarg = "sketch_id"
    http_method_names = ["get", "patch", "head", "options"]


class SketchPages(generics.ListCreateAPIView):
    queryset = Sketch.objects.all()
    serializer_class = SketchSerializer
    permission_classes = [AllowAny]


class Colours(viewsets.ViewSet):
    """Neither a model nor a queryset: a basename must be given."""

    lookup_url_kwarg = "hex"

    def list(self, request):
        return Response(["ochre"])

    def retrieve(self, request, hex=None):
        return Response(hex)


class Statistics(APIView):
    def get(self, request, year=None):
        return Response({"year": year})

    def post(self, request, year=None):
        return Response({"year": year}, status=201)


class OpenStatistics(Statistics):
    permission_classes = ()

    post = None


@api_view()
def numbers(request):
    return Response([1, 2, 3])


@api_view(["GET", "POST", "DELETE"])
def notes(request, note_id, format=None):
    return Response({"note": note_id})
