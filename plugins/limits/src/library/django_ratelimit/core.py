from muster import limited, unknown


def is_ratelimited(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    limited("django-ratelimit", rate)
    return unknown("whether a limit is reached")


def get_usage(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    limited("django-ratelimit", rate)
    return unknown("how far a limit is reached")
