"""Routers of the house: other routes, other registration, other lists of URLs."""

from django.urls import path
from rest_framework.routers import DefaultRouter, DynamicRoute, Route, SimpleRouter


class ReadOnlyRouter(SimpleRouter):
    """Two routes, and actions of details alone."""

    routes = [
        Route(url=r"^{prefix}$", mapping={"get": "list"}, name="{basename}-list", detail=False, initkwargs={"suffix": "List"}),
        Route(url=r"^{prefix}/{lookup}$", mapping={"get": "retrieve"}, name="{basename}-detail", detail=True, initkwargs={"suffix": "Detail"}),
        DynamicRoute(url=r"^{prefix}/{lookup}/do/{url_path}$", name="{basename}-{url_name}", detail=True, initkwargs={}),
    ]


class HouseRouter(DefaultRouter):
    """No root view; everything it registers is below `house/`; it can take over what another router has."""

    include_root_view = False

    def register(self, prefix, viewset, basename=None):
        super().register(f"house/{prefix}", viewset, basename or prefix)

    def extend(self, other):
        self.registry.extend(other.registry)

    def get_urls(self):
        urls = super().get_urls()
        for url in list(urls):
            if url.name == "letter-list":
                urls.append(path("mail", url.callback, name="mail"))
        return urls


class UpsertRouter(DefaultRouter):
    """A PUT to the list, too."""

    root_view_name = "upsert-root"

    def get_routes(self, viewset):
        routes = super().get_routes(viewset)
        return [route._replace(mapping={**route.mapping, "put": "upsert"}) if route.name == "{basename}-list" else route for route in routes]
