from muster import state
from muster_flask import request

from .apps import AioHttpApp as AioHttpApp
from .apps import AsyncApp as AsyncApp
from .apps import FlaskApp as FlaskApp
from .context import context as context
from .datastructures import NoContent as NoContent
from .exceptions import ProblemException as ProblemException
from .middleware import ConnexionMiddleware as ConnexionMiddleware
from .problem import problem as problem
from .resolver import Resolution as Resolution
from .resolver import Resolver as Resolver
from .resolver import RestyResolver as RestyResolver

App = FlaskApp
