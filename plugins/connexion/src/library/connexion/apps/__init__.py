from .abstract import AbstractApp as AbstractApp
from .asynchronous import AioHttpApp as AioHttpApp
from .asynchronous import AsyncApp as AsyncApp
from .flask import FlaskApp as FlaskApp
