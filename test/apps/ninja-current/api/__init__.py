"""What newer versions do alone: nobody is asked below a router that says so, one router stands in several places."""

from functools import wraps

from django.http import JsonResponse
from kiosk.accounts import account_of
from ninja import NinjaAPI, Router, Status
from ninja.security import HttpBearer


class Clerk(HttpBearer):
    def authenticate(self, request, token):
        return account_of(token)


def clerks_alone(run):
    @wraps(run)
    def checked(request, *args, **kwargs):
        if account_of(request.headers.get("Authorization", "").removeprefix("Bearer ")) is None:
            return JsonResponse({}, status=401)
        return run(request, *args, **kwargs)

    return checked


api = NinjaAPI(auth=Clerk(), docs_url=None)
shelf = Router()
stock = Router(auth=None)
orders = Router(auth=None)
orders.add_decorator(clerks_alone, mode="view")


@shelf.get("/papers")
def papers(request):
    return []


@stock.get("/count")
def count(request):
    return 1


@stock.post("/count", auth=Clerk())
def recount(request):
    return 1


@orders.get("")
def list_orders(request):
    return []


@orders.post("/checked", response={200: dict, 403: dict})
def checked(request, name: str = ""):
    return Status(403, {}) if name == "nobody" else Status(200, {})


api.add_router("/inside", shelf)
api.add_router("/outside", shelf, auth=None, url_name_prefix="outside")
api.add_router("/stock", stock)
api.add_router("/orders", orders)
stock.add_router("/notices", "api.notices.router")
stock.add_router("/old", "api.notices.old", auth=Clerk())
