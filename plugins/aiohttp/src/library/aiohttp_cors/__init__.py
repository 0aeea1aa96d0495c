"""Answers preflight requests of browsers. Routes stay who they are for."""


class ResourceOptions:
    def __init__(self, *, allow_credentials=False, expose_headers=(), allow_headers=(), max_age=None, allow_methods=None):
        pass


class CorsViewMixin:
    pass


class CorsConfig:
    def __init__(self, app, *, defaults=None, router_adapter=None):
        pass

    def add(self, routing_entity, config=None, webview=False):
        return routing_entity


def setup(app, *, defaults=None):
    return CorsConfig(app, defaults=defaults)


def custom_cors(config):
    def wrapper(function):
        return function

    return wrapper
