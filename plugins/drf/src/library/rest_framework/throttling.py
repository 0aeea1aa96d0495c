"""Throttles count requests; they turn nobody away because of who calls."""


class BaseThrottle:
    def allow_request(self, request, view):
        return True

    def get_ident(self, request):
        return "ident"

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    scope = None
    rate = None

    def get_cache_key(self, request, view):
        return None


class AnonRateThrottle(SimpleRateThrottle):
    scope = "anon"


class UserRateThrottle(SimpleRateThrottle):
    scope = "user"


class ScopedRateThrottle(SimpleRateThrottle):
    scope_attr = "throttle_scope"
