"""Adds the endpoints that hand out, show, verify and renew tokens."""

from sanic.response import json
from sanic_jwt.decorators import protected


async def authenticate_endpoint(request, *args, **kwargs):
    return json({})


@protected()
async def retrieve_user(request, *args, **kwargs):
    return json({})


@protected()
async def verify(request, *args, **kwargs):
    return json({})


@protected()
async def refresh(request, *args, **kwargs):
    return json({})


class Initialize:
    def __init__(self, instance, app=None, **options):
        prefix = options.get("url_prefix", "/auth")
        instance.add_route(authenticate_endpoint, prefix + options.get("path_to_authenticate", "/"), methods=["POST"], name="authenticate")
        instance.add_route(retrieve_user, prefix + options.get("path_to_retrieve_user", "/me"), methods=["GET"], name="retrieve_user")
        instance.add_route(verify, prefix + options.get("path_to_verify", "/verify"), methods=["GET"], name="verify")
        if options.get("refresh_token_enabled", False):
            instance.add_route(refresh, prefix + options.get("path_to_refresh", "/refresh"), methods=["POST"], name="refresh")


def initialize(instance, authenticate=None, app=None, **options):
    return Initialize(instance, app=app, authenticate=authenticate, **options)
