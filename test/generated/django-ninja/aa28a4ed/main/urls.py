import os
from django.urls import path
from ninja import NinjaAPI
api_0 = NinjaAPI(urls_namespace="api_0", openapi_url=None)
if os.environ.get("FEATURE") == "on":
    from part_7 import router_7
    api_0.add_router("", router_7)
from part_12 import router_12
api_0.add_router("", router_12)
urlpatterns = [path("t1/<slug:tenant1>/", api_0.urls)]
