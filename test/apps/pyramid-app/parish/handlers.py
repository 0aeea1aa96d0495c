"""Views that are named by dotted names."""

from pyramid.view import view_config


def imperative(request):
    return {}


class Imperative:
    def __init__(self, context, request):
        self.request = request

    def remove(self):
        return {}


class Bell:
    def __init__(self, request):
        self.request = request

    def get(self):
        return {}

    def put(self):
        return {}

    def delete(self):
        return {}


@view_config(route_name="unused", renderer="json")
def never_scanned(request):
    """This module is not scanned, so this is no view."""
    return {}
