from ninja.security.apikey import APIKeyCookie


class SessionAuth(APIKeyCookie):
    """Whoever Django's own session says."""

    param_name = "sessionid"

    def __call__(self, request):
        return self.authenticate(request, None)

    def authenticate(self, request, key):
        if request.user.is_authenticated:
            return request.user
        return None


class SessionAuthSuperUser(SessionAuth):
    def authenticate(self, request, key):
        if request.user.is_authenticated and request.user.is_superuser:
            return request.user
        return None


class SessionAuthIsStaff(SessionAuth):
    def authenticate(self, request, key):
        if request.user.is_authenticated and (request.user.is_superuser or request.user.is_staff):
            return request.user
        return None
