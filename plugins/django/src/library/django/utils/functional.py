from functools import cached_property

from muster import proxy


def SimpleLazyObject(func):
    return proxy(func)
