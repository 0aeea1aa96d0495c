from flask import Blueprint

from .resource import Resource

apidoc = Blueprint("restx_doc", __name__, static_folder="static", static_url_path="/swaggerui")


class SwaggerView(Resource):
    """The document: served by the library, behind the decorators of the interface."""

    def get(self):
        return None
