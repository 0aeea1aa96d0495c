from djoser.conf import permissions_for
from django.contrib.auth import get_user_model
from muster import proxy
from rest_framework import status, views, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

#: Which of the permissions is asked before which action; the others ask that of a user.
ASKED = {
    "create": "user_create",
    "activation": "activation",
    "resend_activation": "password_reset",
    "list": "user_list",
    "reset_password": "password_reset",
    "reset_password_confirm": "password_reset_confirm",
    "set_password": "set_password",
    "set_username": "set_username",
    "reset_username": "username_reset",
    "reset_username_confirm": "username_reset_confirm",
    "destroy": "user_delete",
}


class TokenCreateView(views.APIView):
    permission_classes = proxy(lambda: permissions_for("token_create"))

    def post(self, request, **kwargs):
        return Response({})


class TokenDestroyView(views.APIView):
    permission_classes = proxy(lambda: permissions_for("token_destroy"))

    def post(self, request):
        return Response(status=status.HTTP_204_NO_CONTENT)


class UserViewSet(viewsets.ModelViewSet):
    permission_classes = proxy(lambda: permissions_for("user"))
    lookup_field = "id"

    def get_queryset(self):
        return get_user_model().objects.all()

    def get_permissions(self):
        if self.action == "me" and self.request.method == "DELETE":
            self.permission_classes = permissions_for("user_delete")
        elif self.action in ASKED:
            self.permission_classes = permissions_for(ASKED[self.action])
        return super().get_permissions()

    def get_instance(self):
        return self.request.user

    @action(["get", "put", "patch", "delete"], detail=False)
    def me(self, request, *args, **kwargs):
        return Response({})

    @action(["post"], detail=False)
    def activation(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def resend_activation(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def set_password(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def reset_password(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def reset_password_confirm(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def set_username(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def reset_username(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(["post"], detail=False)
    def reset_username_confirm(self, request, *args, **kwargs):
        return Response(status=status.HTTP_204_NO_CONTENT)
