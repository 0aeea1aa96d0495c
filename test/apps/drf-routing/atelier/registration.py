"""ViewSets register themselves with a decorator, and the application collects them."""

from rest_framework.routers import SimpleRouter

collected = []


def collect(prefix):
    def decorate(viewset):
        collected.append((prefix, viewset))
        return viewset

    return decorate


def collected_urls():
    router = SimpleRouter()
    for prefix, viewset in collected:
        router.register(prefix, viewset, basename=prefix.replace("/", "-"))
    return router.urls
