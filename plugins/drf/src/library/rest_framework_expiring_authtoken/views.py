from rest_framework.authtoken.views import ObtainAuthToken


class ObtainExpiringAuthToken(ObtainAuthToken):
    pass


obtain_expiring_auth_token = ObtainExpiringAuthToken.as_view()
