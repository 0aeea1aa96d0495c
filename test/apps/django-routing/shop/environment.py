"""Reads the environment, with defaults."""

import os


class Environment:
    def __call__(self, name, default=None, cast=str):
        return cast(os.environ.get(name, default))

    def bool(self, name, default=False):
        return os.environ.get(name, default) in (True, "1", "true", "yes")


env = Environment()
