"""Settings: names that are attributes and keys. What the code does not set, the environment may (`SANIC_NAME`)."""

import muster


class Config:
    def __init__(self, defaults=None, env_prefix="SANIC_", keep_alive=None, **options):
        self._sources = []
        if defaults:
            self.update(defaults)

    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def get(self, key, default=None):
        return getattr(self, key) if key in self else default

    def __contains__(self, key):
        if key in self.__dict__:
            return True
        for source in self._sources:
            if hasattr(source, key):
                return True
        return False

    def update(self, *others, **more):
        for other in others:
            for key, value in other.items():
                setattr(self, key, value)
        for key, value in more.items():
            setattr(self, key, value)

    def update_config(self, config):
        self._sources.append(config)

    from_object = update_config
    load = update_config

    def from_pyfile(self, filename):
        return True

    def from_envvar(self, variable_name):
        return True

    def load_environment_vars(self, prefix="SANIC_"):
        pass

    def __getattr__(self, name):
        for source in self._sources:
            if hasattr(source, name):
                return getattr(source, name)
        if name == name.upper():
            return muster.unknown("a setting that the code does not set")
        raise AttributeError(name)
