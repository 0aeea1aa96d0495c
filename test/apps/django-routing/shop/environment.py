"""Reads the environment, with defaults."""

import os


class Environment:
    def __call__(self, name, default=None, cast=str):
        value = os.environ.get(name)
        if value is None:
            return default
        return cast(value)

    def bool(self, name, default=False):
        return self(name, default, lambda text: text.lower() in ("1", "true", "yes"))


env = Environment()
