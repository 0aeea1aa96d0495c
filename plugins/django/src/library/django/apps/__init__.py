"""Applications that the settings install. `get_model` and its like are told as what they are: calls into Django."""

from django.apps.natives import get_model, get_models, installed, models_of


class AppConfig:
    def __init__(self, app_name, app_module):
        self.name = app_name
        self.module = app_module
        self.apps = apps
        if not hasattr(self, "label"):
            self.label = app_name.rpartition(".")[2]

    def ready(self):
        pass

    def get_models(self, include_auto_created=False, include_swapped=False):
        return models_of(self.name)

    def get_model(self, model_name, require_ready=True):
        return get_model(self.label, model_name)


class Apps:
    get_model = staticmethod(get_model)
    get_models = staticmethod(get_models)

    def get_app_configs(self):
        return [self._config(*entry) for entry in installed()]

    def _config(self, cls, name, module):
        if name not in _configs:
            _configs[name] = cls(name, module)
        return _configs[name]

    @property
    def app_configs(self):
        return {config.label: config for config in self.get_app_configs()}

    def is_installed(self, app_name):
        return app_name in [config.name for config in self.get_app_configs()]

    def populate(self):
        for config in self.get_app_configs():
            config.ready()


_configs = {}
apps = Apps()
