def made():
    return {}


def beta():
    return {}
