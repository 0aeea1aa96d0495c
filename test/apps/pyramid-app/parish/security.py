"""Who is known, and what a stranger is."""

from pyramid.authentication import CallbackAuthenticationPolicy
from pyramid.interfaces import IAuthenticationPolicy
from pyramid.security import Allow, Authenticated, Deny, Everyone
from zope.interface import implementer

USERS = {"root-token": "root", "verger-token": "verger"}
GROUPS = {"root": ["group:priests"], "verger": []}

PRIESTS = "group:priests"
READERS = [(Allow, Everyone, "read"), (Allow, Authenticated, ("note", "comment")), (Allow, PRIESTS, ["edit", "delete"])]
NOBODY = (Deny, Everyone, "burn")


@implementer(IAuthenticationPolicy)
class TokenPolicy(CallbackAuthenticationPolicy):
    """Takes the user from a bearer token."""

    def __init__(self):
        self.callback = self.groups

    def groups(self, userid, request):
        return GROUPS.get(userid)

    def unauthenticated_userid(self, request):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        return USERS.get(token)

    def remember(self, request, userid, **kw):
        return []

    def forget(self, request):
        return []
