"""Contexts and their access control lists."""

from pyramid.security import ALL_PERMISSIONS, DENY_ALL, Allow, Authenticated, Deny, Everyone

from .security import NOBODY, PRIESTS, READERS


class Root:
    __acl__ = [*READERS, (Allow, PRIESTS, ALL_PERMISSIONS)]

    def __init__(self, request):
        self.request = request


class Ledger:
    def __init__(self, request):
        self.id = request.matchdict.get("ledger_id")
        self.__parent__ = None

    def __acl__(self):
        return [NOBODY, (Allow, Authenticated, "read"), (Allow, "verger", "write"), (Allow, PRIESTS, "write"), DENY_ALL]


def ledger_factory(request):
    return Shelf(request)


class Shelf:
    """The first line that fits decides."""

    __acl__ = [(Deny, Everyone, "list"), (Allow, Everyone, "list"), (Allow, Everyone, "browse"), (Deny, Everyone, "browse")]

    def __init__(self, request):
        self.__parent__ = Root(request)
