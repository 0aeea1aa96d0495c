"""django-configurations: settings are the attributes of a class."""

from configurations import values


class Configuration:
    @classmethod
    def pre_setup(cls):
        return None

    @classmethod
    def setup(cls):
        return None

    @classmethod
    def post_setup(cls):
        return None


def pristinemethod(func):
    return func
