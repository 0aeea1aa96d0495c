"""python-decouple: what the environment says, or the default."""

import os


class Undefined:
    pass


undefined = Undefined()


def _cast(value, cast):
    if cast is bool and isinstance(value, str):
        return value.lower() in ("true", "yes", "on", "1", "y", "t")
    if isinstance(cast, Csv):
        return cast(value)
    return value


class Config:
    def __init__(self, repository=None):
        self.repository = repository

    def get(self, option, default=undefined, cast=undefined):
        if default is undefined:
            return os.environ.get(option)
        return _cast(os.environ.get(option, default), cast)

    def __call__(self, option, default=undefined, cast=undefined):
        return self.get(option, default, cast)


class AutoConfig(Config):
    def __init__(self, search_path=None):
        self.search_path = search_path


class RepositoryEnv:
    def __init__(self, source, encoding="UTF-8"):
        self.source = source


class RepositoryIni(RepositoryEnv):
    pass


class RepositoryEmpty:
    def __init__(self, source="", encoding="UTF-8"):
        self.source = source


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" ", post_process=list):
        self.delimiter = delimiter

    def __call__(self, value):
        if isinstance(value, str):
            return [part.strip() for part in value.split(self.delimiter)] if value else []
        return value


config = AutoConfig()
