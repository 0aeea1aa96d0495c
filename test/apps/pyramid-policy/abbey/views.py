"""Scanned."""

from pyramid.httpexceptions import HTTPForbidden, HTTPUnauthorized, exception_response
from pyramid.security import NO_PERMISSION_REQUIRED
from pyramid.view import forbidden_view_config, view_config, view_defaults


@view_config(route_name="cells", request_method="GET", renderer="json")
def cells(request):
    """The default permission holds."""
    return []


@view_config(route_name="cells", request_method="POST", renderer="json", permission="rule")
def build(request):
    return {}


@view_config(route_name="gate", request_method="GET", renderer="json", permission=NO_PERMISSION_REQUIRED)
def gate(request):
    return {}


@view_config(route_name="gate", request_method="POST", renderer="json", permission=NO_PERMISSION_REQUIRED)
def gate_inline(request):
    if request.identity is None:
        raise exception_response(403)
    return {}


@view_config(route_name="gate", request_method="PUT", renderer="json", permission=NO_PERMISSION_REQUIRED)
def gate_property(request):
    if not request.monk:
        return HTTPUnauthorized()
    return {}


@view_config(route_name="gate", request_method="DELETE", renderer="json", permission=NO_PERMISSION_REQUIRED)
def gate_authenticated(request):
    if not request.is_authenticated:
        raise HTTPForbidden()
    return {}


@view_defaults(route_name="cell", renderer="json")
class Cell:
    def __init__(self, context, request):
        self.context = context
        self.request = request

    @view_config(request_method="GET", permission="read")
    def show(self):
        return {}

    @view_config(request_method="PUT")
    def change(self):
        return {}

    @view_config(request_method="DELETE", permission="rule")
    def remove(self):
        return {}


@view_defaults(route_name="guests", renderer="json", permission=NO_PERMISSION_REQUIRED)
class Guests:
    def __init__(self, request):
        self.request = request

    @view_config(request_method="GET")
    def all(self):
        return []

    @view_config(request_method="POST", permission="enter")
    def invite(self):
        return {}


@view_config(route_name="well", request_method="GET", renderer="json", permission="smell")
@view_config(route_name="bees", request_method="GET", renderer="json")
def smell(request):
    return {}


@view_config(route_name="well", request_method="PUT", renderer="json", permission="tend")
def tend(context, request):
    return {}


@forbidden_view_config(renderer="json")
def forbidden(request):
    request.response.status_int = 403
    return {"error": "no"}
