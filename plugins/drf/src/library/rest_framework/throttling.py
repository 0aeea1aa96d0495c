"""Throttles count requests; they turn nobody away because of who calls. Without a rate they count nothing."""

from muster import limited
from rest_framework.settings import api_settings


class BaseThrottle:
    def allow_request(self, request, view):
        return True

    def get_ident(self, request):
        return "ident"

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    scope = None
    whom = None

    def get_rate(self):
        rates = getattr(self, "THROTTLE_RATES", None) or api_settings.DEFAULT_THROTTLE_RATES
        return rates.get(self.scope)

    def get_cache_key(self, request, view):
        return None

    def allow_request(self, request, view):
        rate = getattr(self, "rate", None) or self.get_rate()
        if rate is not None:
            limited("REST framework", rate, self.whom)
        return True


class AnonRateThrottle(SimpleRateThrottle):
    scope = "anon"
    whom = "anonymous"


class UserRateThrottle(SimpleRateThrottle):
    scope = "user"


class ScopedRateThrottle(SimpleRateThrottle):
    scope_attr = "throttle_scope"

    def allow_request(self, request, view):
        self.scope = getattr(view, self.scope_attr, None)
        if not self.scope:
            return True
        return super().allow_request(request, view)
