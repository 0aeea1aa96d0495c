import os
from django.urls import path
from ninja import NinjaAPI
api_0 = NinjaAPI(urls_namespace="api_0", openapi_url=None)
if os.environ.get("FEATURE") == "on":
    from part_24 import router_24
    api_0.add_router("/m23/{part23}/", router_24)
urlpatterns = [path("api0/", api_0.urls)]
