class AbstractSecurityConfig:
    """Puts its middleware around the whole application, and what it was given beside it."""

    def __init__(self, retrieve_user_handler=None, *, exclude=None, exclude_opt_key="exclude_from_auth", exclude_http_methods=("OPTIONS", "HEAD"), scopes=None, guards=None, dependencies=None, route_handlers=None, authentication_middleware_class=None, **further):
        self.retrieve_user_handler = retrieve_user_handler
        self.exclude = exclude
        self.exclude_opt_key = exclude_opt_key
        self.exclude_http_methods = exclude_http_methods
        self.scopes = scopes
        self.guards = guards
        self.dependencies = dependencies
        self.route_handlers = route_handlers
        if authentication_middleware_class is not None:
            self.authentication_middleware_class = authentication_middleware_class
        self.further = further

    def on_app_init(self, app_config):
        app_config.middleware.insert(0, self.middleware)
        if self.guards:
            app_config.guards.extend(self.guards)
        if self.dependencies:
            app_config.dependencies.update(self.dependencies)
        if self.route_handlers:
            app_config.route_handlers.extend(self.route_handlers)
        return app_config
