"""django-environ: what the environment says, or the default, of the call or of the scheme."""

import os


class NoValue:
    pass


class Env:
    NOTSET = NoValue()

    def __init__(self, **scheme):
        self.scheme = scheme
        self.prefix = ""

    def __call__(self, var, cast=None, default=NOTSET, parse_default=False):
        return self.get_value(var, cast, default)

    def get_value(self, var, cast=None, default=NOTSET, parse_default=False):
        if default is self.NOTSET and var in self.scheme:
            described = self.scheme[var]
            if isinstance(described, tuple):
                default = described[1]
        if default is self.NOTSET:
            return os.environ.get(var)
        return os.environ.get(var, default)

    def str(self, var, default=NOTSET, multiline=False):
        return self.get_value(var, default=default)

    def bool(self, var, default=NOTSET):
        return self.get_value(var, default=default)

    def int(self, var, default=NOTSET):
        return self.get_value(var, default=default)

    def float(self, var, default=NOTSET):
        return self.get_value(var, default=default)

    def list(self, var, cast=None, default=NOTSET):
        return self.get_value(var, default=default)

    def tuple(self, var, cast=None, default=NOTSET):
        return self.get_value(var, default=default)

    def dict(self, var, cast=None, default=NOTSET):
        return self.get_value(var, default=default)

    def json(self, var, default=NOTSET):
        return self.get_value(var, default=default)

    def url(self, var, default=NOTSET):
        return self.get_value(var, default=default)

    def path(self, var, default=NOTSET, **kwargs):
        return self.get_value(var, default=default)

    @classmethod
    def read_env(cls, env_file=None, overwrite=False, **overrides):
        return None


class FileAwareEnv(Env):
    pass
