"""Gives a token for a name and a password: everybody may ask for one."""

from rest_framework.response import Response
from rest_framework.views import APIView


class ObtainAuthToken(APIView):
    throttle_classes = ()
    permission_classes = ()

    def post(self, request, *args, **kwargs):
        return Response({})


obtain_auth_token = ObtainAuthToken.as_view()
