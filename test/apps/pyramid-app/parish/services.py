"""Cornice: services and resources."""

from cornice import Service
from cornice.resource import resource, view
from pyramid.security import Allow, Authenticated, Everyone


graves = Service(name="graves", path="/graves", description="Graves")
grave = Service(name="grave", path="/graves/{grave_id}", permission="edit")


@graves.get()
def list_graves(request):
    return []


@graves.post(permission="edit")
def add_grave(request):
    return {}


@grave.get(permission="read")
def get_grave(request):
    return {}


@grave.delete()
def delete_grave(request):
    return {}


def token_needed(request, **kwargs):
    if not request.authenticated_userid:
        request.errors.add("header", "Authorization", "missing")
        request.errors.status = 401


@graves.put(validators=(token_needed,))
def replace(request):
    return {}



@resource(collection_path="/choirs", path="/choirs/{id}")
class Choir:
    def __init__(self, request, context=None):
        self.request = request

    def __acl__(self):
        return [(Allow, Everyone, "look"), (Allow, Authenticated, "sing")]

    @view(permission="look")
    def collection_get(self):
        return []

    @view(permission="sing")
    def collection_post(self):
        return {}

    def get(self):
        return {}

    @view(permission="sing")
    def delete(self):
        return {}
