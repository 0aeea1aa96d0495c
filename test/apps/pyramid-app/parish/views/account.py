"""Guards in code."""

import functools

from pyramid.httpexceptions import HTTPForbidden, HTTPFound
from pyramid.security import Authenticated
from pyramid.view import forbidden_view_config, notfound_view_config, view_config


def signed_in(view):
    @functools.wraps(view)
    def wrapper(request):
        if request.authenticated_userid is None:
            raise HTTPFound(location=request.route_url("login", _query={"next": request.path}))
        return view(request)

    return wrapper


def view_signed_in(view):
    """For `decorator=`, which hands over context and request."""

    def wrapper(context, request):
        if not request.authenticated_userid:
            raise HTTPForbidden()
        return view(context, request)

    return wrapper


@view_config(route_name="account", renderer="json", request_method="GET")
@signed_in
def account(request):
    return {}


@signed_in
@view_config(route_name="account", renderer="json", request_method="DELETE")
def account_delete(request):
    """What is scanned is what the name stands for in the module, and word was left on something else: this is no view."""
    return {}


@view_config(route_name="account_edit", renderer="json", decorator=view_signed_in)
def account_edit(request):
    return {}


@view_config(route_name="rates", renderer="json", request_method="GET")
def rates(request):
    return {}


@view_config(route_name="taxes", renderer="json", request_method="GET")
def taxes(request):
    return {}


@view_config(route_name="inline", renderer="json", request_method="GET")
def inline(request):
    if not request.has_permission("edit"):
        raise HTTPForbidden()
    return {}


@view_config(route_name="inline", renderer="json", request_method="PUT")
def inline_everyone(request):
    if not request.has_permission("read"):
        raise HTTPForbidden()
    return {}


@view_config(route_name="inline", renderer="json", request_method="POST")
def inline_principals(request):
    if Authenticated not in request.effective_principals:
        raise HTTPForbidden()
    return {}


@view_config(route_name="inline", renderer="json", request_method="DELETE")
def inline_role(request):
    """Only looks at those who are signed in."""
    if request.authenticated_userid and "group:priests" not in request.effective_principals:
        raise HTTPForbidden()
    return {}


@view_config(route_name="login", request_method="POST", renderer="json")
def login(request):
    return {"token": "root-token" if request.params.get("word") == "root" else None}


@notfound_view_config(renderer="json")
def missing(request):
    request.response.status_int = 404
    return {}


@view_config(route_name="predicated", renderer="json", request_method="GET", effective_principals=Authenticated)
def predicated(request):
    """Nobody else finds a view here."""
    return {}
