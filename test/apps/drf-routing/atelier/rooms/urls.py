from django.urls import include, path, re_path
from rest_framework_extensions.routers import ExtendedSimpleRouter
from rest_framework_nested.routers import DefaultRouter, NestedDefaultRouter, NestedSimpleRouter, SimpleRouter

from .views import CrateViewSet, LabelViewSet, RoomViewSet, ShelfViewSet

rooms = DefaultRouter()
rooms.register("rooms", RoomViewSet)

shelves = NestedDefaultRouter(rooms, "rooms", lookup="room")
shelves.register("shelves", ShelfViewSet, basename="room-shelves")

crates = NestedSimpleRouter(shelves, r"shelves", lookup="shelf")
crates.register(r"crates", CrateViewSet, basename="shelf-crates")

tags = NestedSimpleRouter(crates, "crates", lookup="crate", trailing_slash=False)
tags.register("labels", LabelViewSet, basename="crate-labels")

halls = SimpleRouter()
halls.register("halls", RoomViewSet, basename="hall")

extended = ExtendedSimpleRouter()
(
    extended.register("wings", RoomViewSet, basename="wing")
    .register("shelves", ShelfViewSet, basename="wing-shelf", parents_query_lookups=["wing"])
    .register("crates", CrateViewSet, basename="wing-shelf-crate", parents_query_lookups=["shelf__wing", "shelf"])
)

urlpatterns = [
    path("", include(rooms.urls)),
    path("", include(shelves.urls)),
    re_path(r"^", include(crates.urls)),
    path("", include(tags.urls)),
    path("extended/", include(extended.urls)),
    *halls.urls,
]
