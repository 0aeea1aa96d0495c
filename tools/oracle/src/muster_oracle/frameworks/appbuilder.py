"""Flask-AppBuilder: Flask's rules, of which those of its own view classes are hidden."""

from typing import Any, List

from ..endpoint import Endpoint
from ..wsgi import send as send
from . import flask


def endpoints_of(app: Any) -> List[Endpoint]:
    found = []
    for endpoint in flask.endpoints_of(app):
        view = app.view_functions[endpoint.name]
        # Version 4 has them beside each model view, and calls them deprecated.
        if getattr(view, "__qualname__", "").startswith("RestCRUDView."):
            continue
        # They look at the form before they ask who calls: what a request without one shows says nothing.
        if endpoint.path.endswith("/action_post"):
            endpoint.code = set()
        owner = getattr(view, "__self__", None)
        if owner is not None:
            endpoint.hidden = type(owner).__module__.startswith(("flask_appbuilder.", "flask."))
        found.append(endpoint)
    return found
