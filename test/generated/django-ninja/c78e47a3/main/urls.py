import os
from django.urls import path
from ninja import NinjaAPI
api_0 = NinjaAPI(urls_namespace="api_0", openapi_url=None)
if os.environ.get("FEATURE") == "on":
    from part_3 import router_3
    api_0.add_router("m2/", router_3)
urlpatterns = [path("v0/api/", api_0.urls)]
