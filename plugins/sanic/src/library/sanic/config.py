"""Settings: names that are attributes and keys."""


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
        return getattr(self, key, default)

    def update(self, *others, **more):
        for other in others:
            for key, value in other.items():
                setattr(self, key, value)
        for key, value in more.items():
            setattr(self, key, value)

    def update_config(self, config):
        self._sources.append(config)

    def __getattr__(self, name):
        for source in self._sources:
            if hasattr(source, name):
                return getattr(source, name)
        raise AttributeError(name)
