"""Django's own modules, as far as URLs, views and guards depend on them: what its documentation says that they do."""

VERSION = (5, 2, 0, "final", 0)


def setup(set_prefix=True):
    return None
