"""Django Ninja: interfaces make Django's URLs, whose views choose an operation by the method and ask its guards first."""

from ninja.main import NinjaAPI
from ninja.responses import Status
from ninja.router import Router
