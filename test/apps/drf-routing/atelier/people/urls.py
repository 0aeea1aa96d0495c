from django.urls import include, path
from rest_framework.routers import SimpleRouter

from .routers import HouseRouter, ReadOnlyRouter, UpsertRouter
from .views import AddressViewSet, LetterViewSet, PainterViewSet, StudentViewSet


class UpsertLetters(LetterViewSet):
    def upsert(self, request):
        return super().list(request)


router = HouseRouter()
router.register("painters", PainterViewSet)

post = SimpleRouter()
for prefix, viewset, name in [("letters", LetterViewSet, "letter"), ("addresses", AddressViewSet, "address")]:
    post.register(prefix, viewset, name)
router.extend(post)

reading = ReadOnlyRouter()
reading.register("painters", PainterViewSet, "read-painter")
reading.register("students", StudentViewSet, "read-student")

upsert = UpsertRouter(trailing_slash=False)
upsert.register("letters", UpsertLetters, basename="upsert")

urlpatterns = router.urls + [
    path("reading/", include((reading.urls, "people"), namespace="reading")),
    path("upsert/", include(upsert.urls)),
]
