from muster_litestar import configured, created
from litestar.config.app import AppConfig
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import openapi_handlers
from litestar.router import Router

DEFAULT_OPENAPI_CONFIG = OpenAPIConfig(title="Litestar API", version="1.0.0")


class Litestar(Router):
    def __init__(self, route_handlers=None, *, before_request=None, dependencies=None, exception_handlers=None, guards=None, include_in_schema=None, middleware=None, on_app_init=None, on_startup=None, openapi_config=DEFAULT_OPENAPI_CONFIG, opt=None, path=None, plugins=None, static_files_config=None, tags=None, **further):
        created(self)
        config = AppConfig(
            route_handlers=list(route_handlers or []),
            before_request=before_request,
            dependencies=dict(dependencies or {}),
            exception_handlers=dict(exception_handlers or {}),
            guards=list(guards or []),
            include_in_schema=include_in_schema,
            middleware=list(middleware or []),
            openapi_config=openapi_config,
            opt=dict(opt or {}),
            path=path,
            plugins=list(plugins or []),
            on_startup=list(on_startup or []),
            static_files_config=list(static_files_config or []),
            tags=list(tags or []),
        )
        for hook in on_app_init or []:
            config = configured(hook(config), config)
        # A plugin may bring further plugins, which have their turn as well.
        first = list(config.plugins)
        for plugin in first:
            config = configured(plugin.on_app_init(config), config, plugin)
        second = [plugin for plugin in config.plugins if plugin not in first]
        for plugin in second:
            config = configured(plugin.on_app_init(config), config, plugin)
        third = [plugin for plugin in config.plugins if plugin not in first and plugin not in second]
        for plugin in third:
            config = configured(plugin.on_app_init(config), config, plugin)
        self.plugins = config.plugins
        self.state = config.state
        self.on_startup = config.on_startup
        super().__init__(
            config.path,
            before_request=config.before_request,
            dependencies=config.dependencies,
            exception_handlers=config.exception_handlers,
            guards=config.guards,
            include_in_schema=config.include_in_schema,
            middleware=config.middleware,
            opt=config.opt,
            tags=config.tags,
            route_handlers=config.route_handlers,
        )
        if config.openapi_config:
            for handler in openapi_handlers(config.openapi_config):
                self.register(handler)
        for files in config.static_files_config:
            self.register(files.to_static_files_app())

    @classmethod
    def from_config(cls, config):
        return cls(
            config.route_handlers,
            before_request=config.before_request,
            dependencies=config.dependencies,
            exception_handlers=config.exception_handlers,
            guards=config.guards,
            middleware=config.middleware,
            openapi_config=config.openapi_config,
            opt=config.opt,
            path=config.path,
            plugins=config.plugins,
            static_files_config=config.static_files_config,
            tags=config.tags,
        )
