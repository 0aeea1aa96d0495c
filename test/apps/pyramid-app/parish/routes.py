"""Routes by name; which views answer them is said where the views are."""


def includeme(config):
    config.add_route("home", "/")
    config.add_route("births", "/births")
    config.add_route("birth", "/births/{birth_id}")
    config.add_route("old", "old/:year/record")
    config.add_route("account", "/account")
    config.add_route("account_edit", "/account/edit", request_method="POST")
    config.add_route("rates", "/tax/rates")
    config.add_route("taxes", "/tax/owed")
    config.add_route("both", "/both")
    config.add_route("login", "/login")
    config.add_route("inline", "/inline/{kind}")
    config.add_route("nobody", "/nobody")
    config.add_route("unused", "/unused")
    config.add_route("predicated", "/predicated")
    config.add_route("imperative", "/imperative")
    config.add_view("parish.handlers.imperative", route_name="imperative", request_method=("GET", "PUT"), renderer="json")
    config.add_view("parish.handlers.Imperative", attr="remove", route_name="imperative", request_method="DELETE", renderer="json", permission="delete")
    config.add_directive("add_rest", add_rest)
    config.add_rest("bell", "/bells/{bell_id}", "parish.handlers.Bell")


def add_rest(config, name, pattern, view):
    """A directive of the house."""
    config.add_route(name, pattern)
    for method in ("GET", "PUT", "DELETE"):
        config.add_view(view, attr=method.lower(), route_name=name, request_method=method, renderer="json", permission=None if method == "GET" else "edit")
