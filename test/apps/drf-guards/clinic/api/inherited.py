"""Which of several bases wins, and methods that views override."""

from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from clinic import bases
from clinic.bases import Answer


class MixinOpens(Answer, bases.OpenMixin, bases.ClosedBase):
    pass


class MixinCloses(Answer, bases.ClosedMixin, bases.OpenBase):
    pass


class MixinTooLate(Answer, bases.OpenBase, bases.ClosedMixin):
    pass


class ClosedChild(Answer, bases.OpenBase):
    permission_classes = bases.ClosedBase.permission_classes


class OpenGrandchild(MixinCloses):
    permission_classes = [AllowAny]


class ByMethod(Answer, bases.ByMethodMixin, APIView):
    pass


class ByMethodTooLate(Answer, bases.OpenBase, bases.ByMethodMixin):
    pass


class Initial(Answer, bases.ChecksInInitial):
    pass


class Forgets(Answer, bases.ForgetsSuper):
    pass


class Never(Answer, bases.NeverChecks):
    pass


class More(Answer, bases.ChecksMore):
    pass


class AnyOf(Answer, bases.AnyOfPermissions):
    pass


class Dispatch(Answer, bases.ChecksInDispatch):
    pass


class Lazy(Answer, bases.LazyAuthentication):
    pass


class Refuses(Answer, bases.RefusesHandled):
    pass


class LetsThrough(Answer, bases.LetsDenied):
    pass


class PermissionsAsked(Answer, APIView):
    """`self.permission_classes` is set while permissions are asked for."""

    permission_classes = [IsAuthenticated]

    def get_permissions(self):
        if self.request.method == "GET":
            self.permission_classes = [AllowAny]
        return super().get_permissions()


class AuthenticatorsAsked(Answer, APIView):
    permission_classes = [IsAuthenticated]

    def get_authenticators(self):
        if self.request.method == "DELETE":
            return []
        return super().get_authenticators()


@method_decorator(login_required, name="dispatch")
class LoginOnDispatch(Answer, APIView):
    """Only sessions sign in here: a caller with a token is sent to the login page like a stranger."""

    permission_classes = []


class InHandler(APIView):
    permission_classes = []

    def get(self, request):
        if not request.user.is_authenticated:
            raise NotAuthenticated()
        return Response({})

    def post(self, request):
        if request.user.is_anonymous:
            return Response({"detail": "no"}, status=401)
        return Response({}, status=201)

    def put(self, request):
        """Says who it is, and refuses nobody."""
        return Response({"user": str(request.user), "signed_in": request.user.is_authenticated})

    def patch(self, request):
        if request.auth is None:
            return Response(status=403)
        return Response({})

    def delete(self, request):
        if request.user.is_authenticated and not request.user.is_staff:
            return Response(status=403)
        return Response(status=204)


class CheckedByHand(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        self.permission_classes = [IsAuthenticated]
        self.check_permissions(request)
        return Response({})

    def post(self, request):
        self.check_permissions(request)
        return Response({}, status=201)
