"""Signing up: everybody may."""

from dj_rest_auth.views import LoginView
from rest_framework.generics import CreateAPIView, GenericAPIView, ListAPIView
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class RegisterView(CreateAPIView):
    permission_classes = (AllowAny,)

    def create(self, request, *args, **kwargs):
        return Response({}, status=201)


class VerifyEmailView(APIView):
    permission_classes = (AllowAny,)
    allowed_methods = ("POST", "OPTIONS", "HEAD")

    def post(self, request, *args, **kwargs):
        return Response({})


class ResendEmailVerificationView(CreateAPIView):
    permission_classes = (AllowAny,)

    def create(self, request, *args, **kwargs):
        return Response({})


class SocialLoginView(LoginView):
    pass


class SocialConnectView(LoginView):
    permission_classes = (IsAuthenticated,)


class SocialAccountListView(ListAPIView):
    permission_classes = (IsAuthenticated,)

    def get_queryset(self):
        return None


class SocialAccountDisconnectView(GenericAPIView):
    permission_classes = (IsAuthenticated,)

    def get_queryset(self):
        return None

    def post(self, request, *args, **kwargs):
        return Response({})
