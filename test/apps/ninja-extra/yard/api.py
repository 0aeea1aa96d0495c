from ninja_extra import NinjaExtraAPI

from yard.bookings import BookingController, GateController
from yard.keys import ForemanToken

api = NinjaExtraAPI(docs_url=None)
open_api = NinjaExtraAPI(version="open", urls_namespace="open", openapi_url=None, auth=ForemanToken())

api.register_controllers(BookingController, "yard.sites.SiteController", "yard.sites.PlainController")
api.auto_discover_controllers()
open_api.register_controllers(GateController)


@api.get("/ping")
def ping(request):
    return "pong"
