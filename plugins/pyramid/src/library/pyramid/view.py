"""Decorators that leave word for `scan`."""

import muster
import muster_pyramid


class view_config:
    def __init__(self, **settings):
        self.settings = settings
        self.at = muster.here()

    def __call__(self, wrapped):
        return muster_pyramid.attach(wrapped, self.settings, self.at)


class view_defaults:
    def __init__(self, **settings):
        self.settings = settings

    def __call__(self, wrapped):
        wrapped.__view_defaults__ = self.settings
        return wrapped


class _Unlisted:
    """Views that answer errors have no path."""

    def __init__(self, *args, **settings):
        pass

    def __call__(self, wrapped):
        return wrapped


class forbidden_view_config(_Unlisted):
    pass


class notfound_view_config(_Unlisted):
    pass


class exception_view_config(_Unlisted):
    pass
