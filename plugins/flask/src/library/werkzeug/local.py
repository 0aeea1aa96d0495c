from muster import proxy


def LocalProxy(local, name=None):
    return proxy(local)
