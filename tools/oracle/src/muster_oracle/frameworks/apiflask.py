"""APIFlask: Flask's rules, and which of them the generated document leaves out."""

import re
from typing import Any, List

from ..endpoint import Endpoint
from ..wsgi import send as send
from . import flask

CONVERTER = re.compile(r"{(\w+):\w+}")


def endpoints_of(app: Any) -> List[Endpoint]:
    with app.app_context():
        documented = {(method.upper(), CONVERTER.sub(r"{\1}", path)) for path, operations in app.spec["paths"].items() for method in operations}
    found = flask.endpoints_of(app)
    for endpoint in found:
        method = "GET" if endpoint.implied else endpoint.method
        endpoint.hidden = (method, endpoint.path) not in documented
    return found
