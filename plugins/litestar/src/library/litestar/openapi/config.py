class OpenAPIConfig:
    def __init__(self, title="", version="", *, path="/schema", render_plugins=None, enabled_endpoints=None, openapi_controller=None, openapi_router=None, root_schema_site=None, **further):
        self.title = title
        self.version = version
        self.path = path
        self.render_plugins = render_plugins
        self.enabled_endpoints = enabled_endpoints
        self.openapi_controller = openapi_controller
        self.openapi_router = openapi_router
