from rest_framework.views import exception_handler


def explain(exc, context):
    """Adds to what the framework answers, and lets its refusals stand."""
    response = exception_handler(exc, context)
    if response is not None and isinstance(response.data, dict):
        response.data["status"] = response.status_code
    return response
