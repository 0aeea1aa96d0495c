"""flask-openapi3: Flask's rules, and which of them the generated document leaves out."""

from typing import Any, List

from ..endpoint import Endpoint
from ..wsgi import send as send
from . import flask

#: Of the blueprint of documents, what every version serves.
DOCUMENTS = ("openapi.doc_url", "openapi.api_doc", "openapi.openapi", "openapi.static")


def endpoints_of(app: Any) -> List[Endpoint]:
    documented = {(method.upper(), path) for path, operations in app.api_doc["paths"].items() for method in operations}
    found = []
    for endpoint in flask.endpoints_of(app):
        if endpoint.name.startswith("openapi.") and endpoint.name not in DOCUMENTS:
            continue
        method = "GET" if endpoint.implied else endpoint.method
        endpoint.hidden = (method, endpoint.path) not in documented
        endpoint.name = "" if endpoint.name in DOCUMENTS else endpoint.name
        found.append(endpoint)
    return found
