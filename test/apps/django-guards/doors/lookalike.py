"""Notices who calls, and lets everybody through."""

import logging

log = logging.getLogger(__name__)


class ReportingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            log.warning("nobody calls %s", request.path)
            request.permission_denied = True
        return self.get_response(request)
