"""A function: machines show a key."""

import hmac

from django.conf import settings
from django.http import JsonResponse


def machine_only(get_response):
    def middleware(request):
        if request.path.startswith("/middleware/machine/"):
            key = request.META.get("HTTP_X_API_KEY", "")
            if not hmac.compare_digest(key, settings.MACHINE_KEY):
                return JsonResponse({"detail": "Which machine?"}, status=401)
        return get_response(request)

    return middleware
