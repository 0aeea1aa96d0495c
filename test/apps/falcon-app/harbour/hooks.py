"""Functions for `falcon.before`, and decorators of the house built on it."""

import functools

import falcon

from .store import basic_pair, is_machine, user_for_header


def signed_in(req, resp, resource, params):
    user = user_for_header(req.auth)
    if user is None:
        raise falcon.HTTPUnauthorized(title="Who are you?")
    req.context.user = user


def note_user(req, resp, resource, params):
    """Sets the user, and never refuses."""
    req.context.user = user_for_header(req.get_header("Authorization"))


class HasRole:
    def __init__(self, role):
        self._role = role

    def __call__(self, req, resp, resource, params):
        user = user_for_header(req.get_header("Authorization", required=True))
        if user is None or self._role not in user["roles"]:
            raise falcon.HTTPForbidden(description=f"For a {self._role} only")


def with_argument(req, resp, resource, params, scheme, strict=True):
    name, word = basic_pair(req.auth)
    if strict and (name, word) != ("root", "root"):
        raise falcon.HTTPUnauthorized(challenges=[scheme])


def machine_only(req, resp, resource, params):
    if not is_machine(req.get_header("X-Api-Key")):
        raise falcon.HTTPError(falcon.HTTP_403, title="Machines only")


def well_formed(req, resp, resource, params):
    """Looks at the request, and not at who sends it."""
    if req.get_header("X-Broken") == "yes":
        raise falcon.HTTPBadRequest(title="Broken")


def completes(req, resp, resource, params):
    """Answers by itself: the responder is still called, for a hook cannot stop it by `complete`."""
    if user_for_header(req.auth) is None:
        resp.status = falcon.HTTP_401
        resp.complete = True


def guarded(responder):
    """A decorator of the house."""

    @functools.wraps(responder)
    def checked(self, req, resp, **params):
        if user_for_header(req.auth) is None:
            raise falcon.HTTPUnauthorized()
        return responder(self, req, resp, **params)

    return checked


def answers(responder):
    """Refuses by the response, without raising."""

    @functools.wraps(responder)
    def checked(self, req, resp, **params):
        if user_for_header(req.auth) is None:
            resp.status = falcon.HTTP_401
            resp.media = {"error": "who are you?"}
            return
        responder(self, req, resp, **params)

    return checked


def timed(responder):
    @functools.wraps(responder)
    def measured(self, req, resp, **params):
        resp.set_header("X-Timed", "yes")
        return responder(self, req, resp, **params)

    return measured
