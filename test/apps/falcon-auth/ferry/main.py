import falcon
from falcon_auth import FalconAuthMiddleware

from ferry import backends, resources

keeper = FalconAuthMiddleware(backends.basic, exempt_routes=["/health"], exempt_methods=["HEAD"])
application = falcon.App(middleware=[keeper])
application.add_route("/health", resources.Crossings())
application.add_route("/crossings", resources.Crossings())
application.add_route("/timetable", resources.Timetable())
application.add_route("/tickets", resources.Tickets())
application.add_route("/cargo/{crate}", resources.Cargo())
application.add_route("/engine/{crate}", resources.Engine())
application.add_route("/bridge", resources.Bridge())
application.add_route("/deck", resources.Deck())
application.add_route("/log", resources.Log())
