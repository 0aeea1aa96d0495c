from api import api, internal, public
from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path(f"{settings.API_PREFIX}/", api.urls),
    path("public/v2/", public.urls),
    path("internal/", include([path("v1/", internal.urls)])),
]

if settings.EXPERIMENTS:
    from api.experiments import experiments

    urlpatterns += [path("experiments/", experiments.urls)]
