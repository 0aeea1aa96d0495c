from django.conf import settings
from django.urls import include, path, re_path
from rest_framework.authtoken.views import obtain_auth_token

from .catalogue.urls import router as catalogue_router
from .catalogue.views import Statistics
from .collected import GuideViewSet, MapViewSet  # noqa: F401: importing registers them
from .people.views import StudentViewSet
from .registration import collected_urls
from .versions import NamespaceVersioned, PathVersioned

# Registered with another module's router after that module has used it.
catalogue_router.register("students", StudentViewSet, basename="late-student")

versioned = [path("named/", NamespaceVersioned.as_view())]

urlpatterns = [
    path(f"api/{settings.API_VERSION}/", include("atelier.catalogue.urls")),
    path("again/", include(catalogue_router.urls)),
    path("people/", include("atelier.people.urls", namespace=None)),
    path("rooms/", include("atelier.rooms.urls")),
    path("collected/", include(collected_urls())),
    re_path(r"^(?P<version>(v1|v2))/versioned/$", PathVersioned.as_view()),
    path("v3/", include((versioned, "v3"), namespace="v3")),
    path("token/", obtain_auth_token),
]

if settings.LEGACY_API:
    urlpatterns += [path("legacy/statistics/", Statistics.as_view())]
