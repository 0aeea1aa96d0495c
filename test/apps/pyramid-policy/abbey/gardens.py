"""A context with a list of its own."""

from pyramid.authorization import Allow, Authenticated, Everyone


class Garden:
    def __init__(self, request):
        self.request = request

    def __acl__(self):
        return [(Allow, Everyone, "smell"), (Allow, Authenticated, "enter"), (Allow, "root", ("tend",))]

    def __getitem__(self, key):
        return self
