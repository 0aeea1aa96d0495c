"""Tokens: endpoints that hand them out, and decorators that demand them."""

from sanic_jwt.decorators import inject_user, protected, scoped
from sanic_jwt.initialization import Initialize, initialize
