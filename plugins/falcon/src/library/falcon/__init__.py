"""Falcon, as far as routes and the way of a request depend on it."""

from falcon.app import API, App
from falcon.errors import *  # noqa: F403
from falcon.hooks import after, before
from falcon.request import Request
from falcon.response import Response
