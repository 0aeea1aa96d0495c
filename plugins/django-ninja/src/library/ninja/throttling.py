"""Throttles count requests; they turn nobody away because of who calls. Those of an operation go before a router's, a router's before the interface's."""

from muster import limited


class BaseThrottle:
    def allow_request(self, request):
        return True

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    scope = None
    whom = None

    def __init__(self, rate=None):
        self.rate = rate or default_rate(self.scope)

    def get_cache_key(self, request):
        return None

    def allow_request(self, request):
        if self.rate is not None:
            limited("Django Ninja", self.rate, self.whom)
        return True


def default_rate(scope):
    from django.conf import settings

    return getattr(settings, "NINJA_DEFAULT_THROTTLE_RATES", {"auth": "10000/day", "user": "10000/day", "anon": "1000/day"}).get(scope)


class AnonRateThrottle(SimpleRateThrottle):
    scope = "anon"
    whom = "anonymous"


class UserRateThrottle(SimpleRateThrottle):
    scope = "user"


class AuthRateThrottle(SimpleRateThrottle):
    scope = "auth"
