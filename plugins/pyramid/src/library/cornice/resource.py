"""Classes whose methods are named for the methods of HTTP."""

import muster
from cornice.service import METHODS, Service


def resource(depth=1, **kw):
    def decorate(klass):
        return add_resource(klass, depth, **kw)

    return decorate


def add_resource(klass, depth=1, **kw):
    services = []
    at = muster.here()
    for prefix in ("", "collection_") if "collection_path" in kw or "collection_pyramid_route" in kw else ("",):
        arguments = {key: value for key, value in kw.items() if not key.startswith("collection_")}
        for key, value in kw.items():
            if prefix and key.startswith(prefix):
                arguments[key[len(prefix):]] = value
        if "factory" not in kw:
            arguments["factory"] = klass
        name = arguments.pop("name", klass.__name__.lower())
        service = Service(prefix + name, **arguments)
        for verb in METHODS:
            if muster.has(klass, prefix + verb):
                method = getattr(klass, prefix + verb)
                settings = method.__cornice_view__ if muster.has(method, "__cornice_view__") else {}
                service.add_view(verb, prefix + verb, at, klass, **settings)
        services.append(service)
    klass.__pyramid_scan__ = Registration(services)
    return klass


class Registration:
    def __init__(self, services):
        self.services = services

    def __call__(self, config):
        for service in self.services:
            service.__pyramid_scan__(config)


def view(**kw):
    def decorate(method):
        method.__cornice_view__ = kw
        return method

    return decorate
