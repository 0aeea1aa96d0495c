import os


class Config:
    PREFIX = os.environ.get("HARBOUR_PREFIX", "/v1")
    TOWER = os.environ.get("HARBOUR_TOWER")
    ARCHIVE_MOUNT = "/archive"
    APPLICATION_ROOT = "/not-in-any-path"
    FEATURES = ("cranes",)


class Production(Config):
    FEATURES = Config.FEATURES + ("tugs",)


class Archive(Config):
    PREFIX = "/old"
    FEATURES = ()
