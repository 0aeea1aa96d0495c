"""`before` and `after`, around responders and around all responders of a class."""

from functools import wraps

from muster import respond
from muster_falcon import decorate_responders


def before(action, *args, is_async=False, **kwargs):
    def around(responder):
        @wraps(responder)
        async def hooked(self, req, resp, *more, **params):
            await action(req, resp, self, params, *args, **kwargs)
            # A hook cannot answer in the responder's place: only what it raises keeps it from running.
            respond(None)
            return await responder(self, req, resp, *more, **params)

        return hooked

    return decorate_responders(around, action)


def after(action, *args, is_async=False, **kwargs):
    def around(responder):
        return responder

    return decorate_responders(around)
