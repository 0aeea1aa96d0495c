"""A parish register served by Pyramid: policies and access control lists as before 2.0, which 2.0 still takes."""

import os

from pyramid.authorization import ACLAuthorizationPolicy
from pyramid.config import Configurator

from .resources import Ledger, Root, ledger_factory
from .security import TokenPolicy


def main(global_config, **settings):
    with Configurator(settings=settings, root_factory=Root) as config:
        config.set_authentication_policy(TokenPolicy())
        config.set_authorization_policy(ACLAuthorizationPolicy())
        config.include("cornice")
        config.include(".routes")
        config.include("parish.extras", route_prefix="/extras")
        config.include(ledgers, route_prefix="ledgers")
        config.add_tween("parish.tweens.tax_tween_factory")
        config.add_static_view("static", "parish:static")
        config.scan(".views")
        config.scan("parish.services")
        if os.environ.get("PARISH_DEBUG") == "1":
            config.add_route("debug", "/debug")
            config.add_view(lambda request: {}, route_name="debug", renderer="json")
    return config.make_wsgi_app()


def ledgers(config):
    config.add_route("ledger", "/{ledger_id:\\d+}", factory=Ledger)
    config.add_route("ledgers", "", factory=ledger_factory)
    config.add_route("ledger_page", "/{ledger_id}/pages/*page", factory="parish.resources.Ledger")


application = main({})
