"""Sites that show the generated document. None of them looks at the caller."""

from litestar.handlers.http_handlers import get
from litestar.router import Router


class OpenAPIRenderPlugin:
    default = "/"

    def __init__(self, *, path=None, **further):
        self.path = path or self.default

    def receive_router(self, router):
        return None


class JsonRenderPlugin(OpenAPIRenderPlugin):
    default = "/openapi.json"


class YamlRenderPlugin(OpenAPIRenderPlugin):
    default = ["/openapi.yaml", "/openapi.yml"]


class RapidocRenderPlugin(OpenAPIRenderPlugin):
    default = "/rapidoc"


class RedocRenderPlugin(OpenAPIRenderPlugin):
    default = "/redoc"


class ScalarRenderPlugin(OpenAPIRenderPlugin):
    default = "/scalar"


class StoplightRenderPlugin(OpenAPIRenderPlugin):
    default = "/elements"


class SwaggerRenderPlugin(OpenAPIRenderPlugin):
    default = "/swagger"

    def receive_router(self, router):
        router.register(document("/oauth2-redirect.html"))


def document(path):
    return get(path, include_in_schema=False)(serve)


def serve():
    return None


def everything():
    return [JsonRenderPlugin(), YamlRenderPlugin(), RapidocRenderPlugin(), RedocRenderPlugin(), StoplightRenderPlugin(), SwaggerRenderPlugin()]


def openapi_handlers(config):
    if config.openapi_controller:
        return [config.openapi_controller]
    router = config.openapi_router or Router(config.path, include_in_schema=False)
    rendering = config.render_plugins or everything()
    has_json = False
    router.register(document("/"))
    for plugin in rendering:
        if plugin.path == "/openapi.json":
            has_json = True
        if plugin.path != "/":
            router.register(document(plugin.path))
    if not has_json:
        router.register(document("/openapi.json"))
    router.register(document("/{path:str}"))
    for plugin in rendering:
        plugin.receive_router(router)
    return [router]
