"""Behind factories of routes."""

from pyramid.view import view_config


@view_config(route_name="ledger", request_method="GET", permission="read", renderer="json")
def ledger(context, request):
    return {"id": context.id}


@view_config(route_name="ledger", request_method="PUT", permission="write", renderer="json")
def write(context, request):
    return {"id": context.id}


@view_config(route_name="ledger", request_method="DELETE", permission="burn", renderer="json")
def burn(context, request):
    return {}


@view_config(route_name="ledgers", request_method="GET", permission="browse", renderer="json")
def browse(request):
    return {}


@view_config(route_name="ledgers", request_method="POST", permission="list", renderer="json")
def denied(request):
    return {}


@view_config(route_name="ledgers", request_method="PUT", permission="note", renderer="json")
def from_parent(request):
    """The shelf says nothing about it, its parent does."""
    return {}


@view_config(route_name="ledger_page", renderer="json")
def page(request):
    return {"page": request.matchdict["page"]}
