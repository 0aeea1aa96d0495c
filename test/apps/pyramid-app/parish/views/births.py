"""Permissions of views."""

from pyramid.httpexceptions import HTTPCreated, HTTPForbidden, HTTPUnauthorized
from pyramid.security import NO_PERMISSION_REQUIRED
from pyramid.view import view_config, view_defaults


@view_config(route_name="births", request_method="GET", renderer="json", permission="read")
def list_births(request):
    """`read` is for everyone."""
    return []


@view_config(route_name="births", request_method="POST", renderer="json", permission="edit")
def add_birth(context, request):
    return HTTPCreated()


@view_defaults(route_name="birth", renderer="json", permission="edit")
class BirthViews:
    def __init__(self, request):
        self.request = request

    @view_config(request_method="GET", permission="read")
    def get(self):
        return {}

    @view_config(request_method="PUT")
    def put(self):
        return {}

    @view_config(request_method="DELETE", permission="delete")
    def delete(self):
        return {}

    @view_config(request_method="PATCH", permission=NO_PERMISSION_REQUIRED)
    def patch(self):
        return {}

    @view_config(request_method="POST", permission="unheard-of")
    def post(self):
        """The list gives it to priests alone, as everything."""
        return {}


@view_config(route_name="old", renderer="json", request_method=("GET", "POST"), permission="note")
def old(request):
    return {"year": request.matchdict["year"]}


@view_config(route_name="both", renderer="json", request_method="GET")
@view_config(route_name="account", renderer="json", request_method="PUT", permission="comment")
def both(request):
    return {}


@view_config(route_name="nobody", renderer="json", request_method="GET")
def nobody(request):
    if not request.authenticated_userid:
        raise HTTPForbidden()
    return {}


@view_config(route_name="nobody", renderer="json", request_method="POST")
def nobody_unauthorised(request):
    if request.authenticated_userid is None:
        return HTTPUnauthorized()
    return {}


@view_config(route_name="nobody", renderer="json", request_method="DELETE")
def unauthenticated(request):
    return {"user": request.unauthenticated_userid}
