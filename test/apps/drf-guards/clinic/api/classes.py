"""What `permission_classes` says, in its forms."""

from rest_framework import permissions
from rest_framework.authentication import BasicAuthentication, TokenAuthentication
from rest_framework.permissions import AllowAny, IsAdminUser, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.throttling import AnonRateThrottle
from rest_framework.views import APIView

from clinic import authentication as known
from clinic import permissions as own
from clinic.bases import Answer

STAFF = (IsAuthenticated, own.IsStaffMember)


class ByDefault(Answer, APIView):
    pass


class AnyOne(Answer, APIView):
    permission_classes = [AllowAny]


class EmptyList(Answer, APIView):
    permission_classes = []


class EmptyTuple(Answer, APIView):
    permission_classes = ()


class Tuple(Answer, APIView):
    permission_classes = (permissions.IsAuthenticated,)


class Constant(Answer, APIView):
    permission_classes = STAFF


class Extended(Answer, APIView):
    permission_classes = [*OPEN, IsAuthenticated] if (OPEN := [AllowAny]) else []


class Added(Tuple):
    permission_classes = EmptyTuple.permission_classes + Tuple.permission_classes


class Both(Answer, APIView):
    permission_classes = [IsAuthenticated & own.InGroup]


class Either(Answer, APIView):
    permission_classes = [IsAuthenticated | own.HasClinicKey]


class EitherOpen(Answer, APIView):
    permission_classes = [IsAdminUser | AllowAny]


class EitherReads(Answer, APIView):
    permission_classes = [IsAdminUser | own.ReadOnly]


class Negated(Answer, APIView):
    permission_classes = [~IsAuthenticated]


class Precedence(Answer, APIView):
    permission_classes = [IsAuthenticated & (own.ReadOnly | IsAdminUser)]


class ReadsForAll(Answer, APIView):
    permission_classes = [IsAuthenticatedOrReadOnly]


class OwnReadsForAll(Answer, APIView):
    permission_classes = [own.IsSignedInOrReads]


class Admins(Answer, APIView):
    permission_classes = [IsAdminUser]


class Named(Answer, APIView):
    permission_classes = [own.IsReallySignedIn]


class AnyUser(Answer, APIView):
    permission_classes = [own.IsAuthenticatedUser]


class ObjectsAlone(Answer, APIView):
    permission_classes = [own.IsOwner]


class Raises(Answer, APIView):
    permission_classes = [own.RaisesForStrangers]


class RaisesForOthers(Answer, APIView):
    permission_classes = [own.RaisesForStaffOnly]


class Keyed(Answer, APIView):
    permission_classes = [own.HasClinicKey]


class Ward(Answer, APIView):
    permission_classes = [own.SaysWard]


class Group(Answer, APIView):
    permission_classes = [own.InNursing]


class Made(Answer, APIView):
    permission_classes = [own.require("is_staff")]


class PerMethod(Answer, APIView):
    permission_classes = [own.ForMethods]
    needs = {"POST": "clinic.add_patient"}


class NoAuthentication(Answer, APIView):
    """Nobody can be known, so a permission that asks for a user refuses everybody."""

    authentication_classes = []
    permission_classes = [AllowAny]


class OnlyBasic(Answer, APIView):
    authentication_classes = [BasicAuthentication]
    permission_classes = [IsAuthenticated]


class AuthenticationAlone(Answer, APIView):
    """To know callers is not to refuse strangers."""

    authentication_classes = [TokenAuthentication]
    permission_classes = []


class Strict(Answer, APIView):
    authentication_classes = [known.StrictToken]
    permission_classes = []


class SignedInByCode(Answer, APIView):
    authentication_classes = [known.EverybodyIsNurse]
    permission_classes = [IsAuthenticated]


class Silent(Answer, APIView):
    authentication_classes = [known.SilentSession, TokenAuthentication]
    permission_classes = [AllowAny]


class Optional(Answer, APIView):
    authentication_classes = [known.KeyOfQuery, TokenAuthentication]
    permission_classes = [AllowAny]


class OptionalThenAsked(Answer, APIView):
    authentication_classes = [known.KeyOfQuery, known.BearerOfClinic, TokenAuthentication]
    permission_classes = [IsAuthenticated]


class Throttled(Answer, APIView):
    throttle_classes = [AnonRateThrottle]
    throttle_rate = "1000/min"
    permission_classes = [AllowAny]

    def get_throttles(self):
        return []
