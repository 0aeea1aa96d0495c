"""Configuration: of the server, of applications, of pages."""

import muster_cherrypy


def from_file(config):
    """What a file says, where it is the path of one that is there."""
    return muster_cherrypy.read_settings(config) if isinstance(config, str) else config


class Config:
    """What is set for everything; called, it decorates pages."""

    def __init__(self):
        self.values = {}

    def update(self, config):
        config = from_file(config)
        if isinstance(config, dict):
            given = config.get("global", config)
            self.values.update(given)

    def __setitem__(self, key, value):
        self.values[key] = value

    def __getitem__(self, key):
        return self.values.get(key)

    def get(self, key, default=None):
        return self.values.get(key, default)

    def __call__(self, **settings):
        def decorate(page):
            return muster_cherrypy.configured(page, settings)

        return decorate


config = Config()


def expose(func=None, alias=None):
    if muster_cherrypy.is_page(func):
        return muster_cherrypy.exposed(func, alias)

    names = alias if func is None else func

    def decorate(page):
        return muster_cherrypy.exposed(page, names)

    return decorate


def popargs(*names, **kwargs):
    def decorate(cls):
        cls._cp_popargs = names
        return cls

    return decorate
