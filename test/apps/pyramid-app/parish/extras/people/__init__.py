"""The second level."""

from pyramid.view import view_config


def includeme(config):
    config.add_route("people", "")
    config.add_route("person", "/{name}")
    config.scan()


@view_config(route_name="people", renderer="json", request_method="GET")
def people(request):
    return []
