from litestar.controller import Controller
from litestar.handlers.http_handlers import get


class OpenAPIController(Controller):
    """Serves the generated document; what a subclass puts around it applies."""

    path = "/schema"
    include_in_schema = False

    @get(["/openapi.yaml", "/openapi.yml"])
    def retrieve_schema_yaml(self):
        return None

    @get("/openapi.json")
    def retrieve_schema_json(self):
        return None

    @get("/")
    def root(self):
        return None

    @get("/swagger")
    def swagger_ui(self):
        return None

    @get("/elements")
    def stoplight_elements(self):
        return None

    @get("/redoc")
    def redoc(self):
        return None

    @get("/rapidoc")
    def rapidoc(self):
        return None

    @get("/oauth2-redirect.html")
    def swagger_ui_oauth2_redirect(self):
        return None
