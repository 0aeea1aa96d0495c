from .abstract import AbstractApp


class AsyncApp(AbstractApp):
    """Its operations are routed by themselves; what its specifications say is the same."""


class AioHttpApp(AbstractApp):
    """Of Connexion 2."""
