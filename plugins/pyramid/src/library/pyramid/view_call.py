"""How a view is called, once a route was matched."""

import muster_pyramid
from pyramid.httpexceptions import HTTPForbidden, HTTPNotFound
from pyramid.security import NO_PERMISSION_REQUIRED
import muster


def shown(view):
    if view.attr is not None:
        return getattr(view.view, view.attr)
    return view.view


def answer(state, route, view, request):
    request.context = _context(state, route, request)
    if view.principals is not None and not _is_among(request, view.principals):
        raise HTTPNotFound()
    permission = view.permission or state.default_permission
    if permission is not None and permission != NO_PERMISSION_REQUIRED and not request.has_permission(permission):
        raise HTTPForbidden()
    if view.decorator is None:
        muster.leave(_call, view, request.context, request)

    def mapped(context, request):
        return _call(view, context, request)

    decorators = view.decorator if isinstance(view.decorator, (list, tuple)) else (view.decorator,)
    for decorator in reversed(decorators):
        mapped = decorator(mapped)
    muster.leave(mapped, request.context, request)


def _call(view, context, request):
    target = view.view
    if muster_pyramid.is_class(target):
        made = target(context, request) if muster_pyramid.takes_context(target) else target(request)
        muster.leave(getattr(made, view.attr or "__call__"))
    if view.attr is not None:
        target = getattr(target, view.attr)
    if muster_pyramid.takes_context(target):
        muster.leave(target, context, request)
    muster.leave(target, request)


def _context(state, route, request):
    factory = route.factory or state.root_factory
    if factory is None:
        return None
    context = factory(request)
    if route.traverse is not None:
        for segment in route.traverse.strip("/").split("/"):
            context = context[request.matchdict.get(segment.strip("{}"))]
    return context


def _is_among(request, principals):
    wanted = principals if isinstance(principals, (list, tuple)) else (principals,)
    for principal in wanted:
        if principal not in request.effective_principals:
            return False
    return True
