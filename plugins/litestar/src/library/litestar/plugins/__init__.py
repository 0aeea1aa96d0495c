class PluginProtocol:
    pass


class InitPluginProtocol:
    def on_app_init(self, app_config):
        return app_config


class InitPlugin(InitPluginProtocol):
    pass


class CLIPluginProtocol:
    def on_app_init(self, app_config):
        return app_config


class CLIPlugin(CLIPluginProtocol):
    pass


class SerializationPluginProtocol:
    def on_app_init(self, app_config):
        return app_config


class SerializationPlugin(SerializationPluginProtocol):
    pass


class OpenAPISchemaPluginProtocol:
    def on_app_init(self, app_config):
        return app_config


class OpenAPISchemaPlugin(OpenAPISchemaPluginProtocol):
    pass
