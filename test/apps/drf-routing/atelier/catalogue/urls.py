from django.urls import include, path, re_path
from rest_framework.routers import DefaultRouter, SimpleRouter
from rest_framework.urlpatterns import format_suffix_patterns

from . import views

app_name = "catalogue"

router = DefaultRouter()
router.register(r"paintings", views.PaintingViewSet)
router.register("sketches", views.SketchViewSet, basename="sketch")

# The list takes the place of the root view, which comes after it.
palette = DefaultRouter()
palette.register("", views.Colours, basename="colour")

bare = SimpleRouter(trailing_slash=False)
bare.register(r"colours", views.Colours, "bare-colour")
bare.register(r"painters/(?P<painter_id>\d+)/paintings", views.PaintingViewSet, "painter-painting")

suffixed = [
    path("notes/<int:note_id>/", views.notes, name="notes"),
    path("numbers/", views.numbers),
]

urlpatterns = [
    path("", include(router.urls)),
    path("palette/", include(palette.urls)),
    path("bare/", include(bare.urls)),
    path("sketch/<int:sketch_id>/", views.SketchDetail.as_view(), name="sketch-one"),
    path("pages/", views.SketchPages.as_view()),
    re_path(r"^statistics/(?P<year>[0-9]+)/$", views.Statistics.as_view()),
    path("statistics/open/", views.OpenStatistics.as_view()),
    path("colour-list/", views.Colours.as_view({"get": "list"})),
    path("colour-open/<str:hex>/", views.Colours.as_view({"get": "retrieve"}, permission_classes=[])),
]
urlpatterns += format_suffix_patterns(suffixed, allowed=["json"])
