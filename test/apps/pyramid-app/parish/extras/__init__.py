"""Included under a prefix, and including others."""


def includeme(config):
    config.add_route("tower", "/tower")
    config.add_view(tower, route_name="tower", renderer="json", request_method="GET", permission="note")
    config.include(".people", route_prefix="people")
    with config.route_prefix_context("deep"):
        config.add_route("crypt", "/crypt")
    config.add_view(tower, route_name="crypt", renderer="json", request_method="GET")


def tower(request):
    return {}
