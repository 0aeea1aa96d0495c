import os
from django.urls import path
from ninja import NinjaAPI
api_0 = NinjaAPI(urls_namespace="api_0", openapi_url=None)
@api_0.get("")
def handle_10(request, **rest):
    return {}
if os.environ.get("FEATURE") == "on":
    @api_0.put("")
    def handle_12(request, **rest):
        return {}
urlpatterns = [path("v0/api/", api_0.urls)]
