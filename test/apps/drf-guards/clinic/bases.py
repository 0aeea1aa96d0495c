"""Base views and mixins, of which the order of inheritance decides which one wins."""

from rest_framework import viewsets
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Answer:
    """Handlers that all views of the guards share."""

    def get(self, request, *args, **kwargs):
        return Response({"get": True})

    def post(self, request, *args, **kwargs):
        return Response({"post": True}, status=201)

    def delete(self, request, *args, **kwargs):
        return Response(status=204)


class OpenMixin:
    permission_classes = [AllowAny]


class ClosedMixin:
    permission_classes = [IsAuthenticated]


class OpenBase(APIView):
    permission_classes = [AllowAny]


class ClosedBase(APIView):
    permission_classes = [IsAuthenticated]


class ByMethodMixin:
    """One permission for writing, none for reading."""

    write_permissions = [IsAuthenticated]

    def get_permissions(self):
        if self.request.method in ("GET", "HEAD", "OPTIONS"):
            return []
        return [permission() for permission in self.write_permissions]


class ByActionMixin:
    permission_classes_by_action = {}

    def get_permissions(self):
        try:
            return [permission() for permission in self.permission_classes_by_action[self.action]]
        except KeyError:
            return [permission() for permission in self.permission_classes]


class ChecksInInitial(APIView):
    permission_classes = []

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if not request.user.is_authenticated:
            raise NotAuthenticated()


class ForgetsSuper(APIView):
    """The checks are part of what is not called."""

    permission_classes = [IsAuthenticated]

    def initial(self, request, *args, **kwargs):
        self.format_kwarg = None
        neg = self.perform_content_negotiation(request)
        request.accepted_renderer, request.accepted_media_type = neg


class NeverChecks(APIView):
    permission_classes = [IsAuthenticated]

    def check_permissions(self, request):
        pass


class ChecksMore(APIView):
    permission_classes = [AllowAny]

    def check_permissions(self, request):
        super().check_permissions(request)
        if request.user.is_anonymous:
            self.permission_denied(request, message="Who are you?")


class AnyOfPermissions(APIView):
    """Other than the framework: one permission that says yes is enough."""

    permission_classes = [IsAuthenticated, AllowAny]

    def check_permissions(self, request):
        if not any(permission.has_permission(request, self) for permission in self.get_permissions()):
            self.permission_denied(request)


class ChecksInDispatch(APIView):
    permission_classes = []

    def dispatch(self, request, *args, **kwargs):
        if not request.headers.get("X-Clinic-Key") == "ward-7":
            from django.http import JsonResponse

            return JsonResponse({"detail": "no"}, status=403)
        return super().dispatch(request, *args, **kwargs)


class LazyAuthentication(APIView):
    """Authentication is put off; the permission asks for the user, and so it happens."""

    permission_classes = [IsAuthenticated]

    def perform_authentication(self, request):
        pass


class RefusesHandled(APIView):
    """Turns a refusal into an answer like any other: still nobody gets past."""

    permission_classes = [IsAuthenticated]

    def permission_denied(self, request, message=None, code=None):
        raise PermissionDenied("Please sign in.")


class LetsDenied(APIView):
    """A refusal that is not raised refuses nothing."""

    permission_classes = [IsAuthenticated]

    def permission_denied(self, request, message=None, code=None):
        return Response(status=403)


class ClosedViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]
