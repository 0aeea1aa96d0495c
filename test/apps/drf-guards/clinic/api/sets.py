"""ViewSets: permissions by action, and what happens to objects."""

from django.shortcuts import get_object_or_404
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, DjangoModelPermissions, DjangoModelPermissionsOrAnonReadOnly, IsAdminUser, IsAuthenticated
from rest_framework.response import Response

from clinic import permissions as own
from clinic.bases import ByActionMixin, ClosedViewSet
from clinic.models import Patient


class PatientSerializer(serializers.ModelSerializer):
    class Meta:
        model = Patient
        fields = ["id", "name"]


class Patients(viewsets.ModelViewSet):
    """Nothing is really deleted: who calls next is to find it, too."""

    queryset = Patient.objects.order_by("pk")
    serializer_class = PatientSerializer

    def perform_destroy(self, instance):
        pass


class ByAction(Patients):
    def get_permissions(self):
        if self.action in ["list", "retrieve"]:
            permission_classes = [AllowAny]
        elif self.action == "create":
            permission_classes = [IsAuthenticated]
        else:
            permission_classes = [IsAdminUser]
        return [permission() for permission in permission_classes]

    @action(detail=False, permission_classes=[AllowAny])
    def summary(self, request):
        """What the decorator says is not asked: `get_permissions` decides."""
        return Response({})


class ByTable(ByActionMixin, Patients):
    permission_classes = [IsAuthenticated]
    permission_classes_by_action = {"list": [AllowAny], "destroy": [IsAdminUser], "create": []}


class AskSuper(Patients):
    permission_classes = [IsAuthenticated]

    def get_permissions(self):
        if self.action == "list":
            return [AllowAny()]
        return super().get_permissions()


class Extra(Patients):
    permission_classes = [IsAuthenticated]

    @action(detail=False, permission_classes=[AllowAny])
    def summary(self, request):
        return Response({})

    @action(detail=True, methods=["post"])
    def admit(self, request, pk=None):
        return Response({})

    @action(detail=True, methods=["get"], permission_classes=[IsAdminUser], authentication_classes=[])
    def unreachable(self, request, pk=None):
        return Response({})

    @action(detail=True, methods=["get"], permission_classes=[AllowAny])
    def chart(self, request, pk=None):
        return Response({})

    @chart.mapping.delete
    def tear_up(self, request, pk=None):
        """Shares what `chart` says."""
        return Response(status=204)


class ActionGuard(Patients):
    permission_classes = [own.ListsForAll]


class Objects(Patients):
    """Objects have owners; lists and new objects have none that is asked."""

    permission_classes = [own.IsOwner]


class SignedInObjects(Patients):
    permission_classes = [own.SignedInOwner]


class OwnGetObject(Patients):
    """The object is looked up by hand, so that nobody asks for its owner."""

    permission_classes = [own.IsOwner]

    def get_object(self):
        return get_object_or_404(Patient, pk=self.kwargs["pk"])


class ModelPermissions(Patients):
    permission_classes = [DjangoModelPermissions]


class ModelOrReads(Patients):
    permission_classes = [DjangoModelPermissionsOrAnonReadOnly]


class Closed(Patients, ClosedViewSet):
    """The first base says nothing about permissions, but it inherits the default: that is asked last."""


class OpenedPart(Closed):
    """One of the inherited actions is bound by hand, with other permissions."""


class Mine(mixins.ListModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet):
    serializer_class = PatientSerializer
    permission_classes = [AllowAny]

    def get_queryset(self):
        if not self.request.user.is_authenticated:
            return Patient.objects.none()
        return Patient.objects.filter(doctor=self.request.user)

    def perform_destroy(self, instance):
        instance.save()


class Loop(Patients):
    permission_classes = [IsAuthenticated]
    open_actions = {"retrieve", "list"}

    def get_permissions(self):
        permissions = super().get_permissions()
        if self.action in self.open_actions:
            permissions = [p for p in permissions if not isinstance(p, IsAuthenticated)]
        return permissions
