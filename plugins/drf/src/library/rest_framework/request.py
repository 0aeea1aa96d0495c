"""The request that views see: it knows who calls once somebody asks."""

from muster import given
from muster_drf import as_nobody, as_somebody, by_contract
from rest_framework.settings import api_settings


class Empty:
    pass


class Request:
    _found = None

    def __init__(self, request, parsers=None, authenticators=None, negotiator=None, parser_context=None):
        self._request = request
        self.parsers = parsers or ()
        self.authenticators = authenticators or ()
        self.parser_context = parser_context or {}
        self.version = None
        self.versioning_scheme = None
        self.accepted_renderer = None
        self.accepted_media_type = None

    def _authenticated(self):
        if self._found is None:
            self._found = self._authenticate()
        return self._found

    def _authenticate(self):
        """The first authenticator that knows the caller decides; one that raises turns the caller away."""
        for authenticator in self.authenticators:
            found = by_contract(authenticator.authenticate(self))
            if found is not None:
                return (as_somebody(found[0]), found[1], authenticator)
        return self._not_authenticated()

    def _not_authenticated(self):
        user = api_settings.UNAUTHENTICATED_USER
        token = api_settings.UNAUTHENTICATED_TOKEN
        return (as_nobody(user()) if user else None, token() if token else None, None)

    @property
    def user(self):
        return self._authenticated()[0]

    @property
    def auth(self):
        return self._authenticated()[1]

    @property
    def successful_authenticator(self):
        return self._authenticated()[2]

    @property
    def query_params(self):
        return self._request.GET

    @property
    def data(self):
        return given("body")

    @property
    def POST(self):
        return given("form")

    @property
    def FILES(self):
        return given("form")

    @property
    def stream(self):
        return given("body")

    def __getattr__(self, name):
        return getattr(self._request, name)


class ForcedAuthentication:
    def __init__(self, force_user, force_token):
        self.force_user = force_user
        self.force_token = force_token

    def authenticate(self, request):
        return (self.force_user, self.force_token)
