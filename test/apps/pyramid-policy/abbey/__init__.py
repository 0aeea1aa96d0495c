"""An abbey's books: Pyramid 2 with a security policy, a default permission and traversal beside its routes."""

from pyramid.config import Configurator

from .security import AbbeySecurityPolicy


def open_root(request):
    return {}


def main(global_config=None, **settings):
    config = Configurator(settings=settings)
    config.set_security_policy(AbbeySecurityPolicy("root-key"))
    config.set_default_permission("enter")
    config.add_route("cells", "/cells")
    config.add_route("cell", "/cells/{cell_id}")
    config.add_route("gate", "/gate")
    config.add_route("well", "/well", factory="abbey.gardens.Garden")
    config.add_route("bees", "/bees/{hive}", factory="abbey.gardens.Garden", traverse="/{hive}")
    config.add_route("guests", "/guests")
    for name in ("psalms", "hymns"):
        config.add_route(name, f"/{name}")
        config.add_view(f"abbey.songs.{name}", route_name=name, renderer="json", permission="sing" if name == "psalms" else "read")
    config.add_view("abbey.songs.traversed", name="traversed", renderer="json")
    config.add_request_method(lambda request: request.identity, "monk", property=True)
    config.scan()
    return config


application = main().make_wsgi_app()
