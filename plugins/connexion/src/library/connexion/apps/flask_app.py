from .flask import FlaskApp as FlaskApp
