"""Three interfaces: one that asks everybody for a token, one that asks nobody, and one for the office."""

from django.contrib.admin.views.decorators import staff_member_required
from ninja import NinjaAPI
from ninja.security import django_auth_superuser

from .boats import router as boats_router
from .errors import register_handlers
from .keys import MasterToken
from .weather import Weather, forecast

api = NinjaAPI(title="Harbour", auth=MasterToken(), docs_decorator=staff_member_required(login_url="/accounts/login/"))
public = NinjaAPI(version="2.0.0", urls_namespace="public", docs_url=None)
internal = NinjaAPI(version="internal", urls_namespace="internal", openapi_url=None, auth=[django_auth_superuser])

api.add_router("/boats", boats_router)
api.add_router("quays/", "api.quays.router")
api.add_router("/notices", "api.notices.router")
public.add_router("/pilots", "api.pilots.router", tags=["pilots"])
public.add_router("/checks", "api.checks.router")
public.add_router("/keys", "api.doors.router")
internal.add_router("", "api.office.router")
register_handlers(api)


@api.get("/status", auth=None)
def status(request):
    return {"open": True}


@api.get("/me")
def me(request):
    return {"name": request.auth.username}


@public.get("/tides/{int:day}/")
def tides(request, day: int):
    return []


public.get("/weather/{path:place}")(forecast)
public.post("/weather", auth=MasterToken(), include_in_schema=False)(Weather.report)
