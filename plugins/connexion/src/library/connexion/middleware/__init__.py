from muster_connexion import lose


class ConnexionMiddleware:
    """Puts the checks of specifications before an application of another framework, which serves the routes."""

    def __init__(self, app, import_name=None, **kwargs):
        self.app = app

    def add_api(self, specification, *args, **kwargs):
        lose("mount", "what this specification demands of the application behind the middleware is not followed")

    def add_middleware(self, *args, **kwargs):
        return None

    def add_error_handler(self, *args, **kwargs):
        return None
