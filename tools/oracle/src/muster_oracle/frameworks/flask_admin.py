"""Flask-Admin: Flask's rules, of which those of its own view classes are hidden."""

from typing import Any, List

from ..endpoint import Endpoint
from ..wsgi import send as send
from . import flask


def endpoints_of(app: Any) -> List[Endpoint]:
    found = flask.endpoints_of(app)
    for endpoint in found:
        owner = getattr(app.view_functions[endpoint.name], "__self__", None)
        endpoint.hidden = owner is not None and type(owner).__module__.startswith(("flask_admin.", "flask."))
    return found
