"""A security policy says whom it knows and what it permits."""

from pyramid.authorization import ACLHelper, Authenticated, Everyone
from pyramid.security import Allowed, Denied

MONKS = {"root-key": {"name": "root", "vows": ["enter", "sing", "brew", "tend", "rule"]}, "novice-key": {"name": "novice", "vows": ["enter"]}}
OPEN = ("read",)


class AbbeySecurityPolicy:
    def __init__(self, master_key):
        self.master_key = master_key
        self.acl = ACLHelper()

    def identity(self, request):
        return MONKS.get(request.headers.get("X-Abbey-Key"))

    def authenticated_userid(self, request):
        identity = self.identity(request)
        return None if identity is None else identity["name"]

    def permits(self, request, context, permission):
        if permission in OPEN:
            return Allowed("for everybody")
        identity = self.identity(request)
        if hasattr(context, "__acl__"):
            principals = [Everyone]
            if identity is not None:
                principals += [Authenticated, identity["name"]]
            return self.acl.permits(context, principals, permission)
        if identity is None:
            return Denied("nobody is signed in")
        if permission in identity["vows"]:
            return Allowed("a vow")
        return Denied("no vow")

    def remember(self, request, userid, **kw):
        return []

    def forget(self, request, **kw):
        return []
