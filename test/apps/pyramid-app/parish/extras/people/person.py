"""Found by the scan of this package."""

from pyramid.view import view_config


@view_config(route_name="person", renderer="json", request_method="GET", permission="read")
def person(request):
    return {}


@view_config(route_name="person", renderer="json", request_method="DELETE", permission="delete")
def remove(request):
    return {}
