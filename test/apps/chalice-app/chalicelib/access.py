"""Who may look through the telescope."""

import functools
import os

from chalice import CognitoUserPoolAuthorizer, CustomAuthorizer, ForbiddenError, IAMAuthorizer, Response, UnauthorizedError

TOKENS = {"root-token": "root"}

pool = CognitoUserPoolAuthorizer("observers", header="Authorization", provider_arns=[os.environ.get("POOL_ARN", "arn:aws:cognito-idp:pool")])
signed = IAMAuthorizer()
elsewhere = CustomAuthorizer("elsewhere", header="Authorization", authorizer_uri="arn:aws:lambda:elsewhere")


def user_of(request):
    return TOKENS.get(request.headers.get("authorization", "").replace("Bearer ", "", 1))


def signed_in(app):
    def decorator(view):
        @functools.wraps(view)
        def wrapper(*args, **kwargs):
            if user_of(app.current_request) is None:
                raise UnauthorizedError("Who are you?")
            return view(*args, **kwargs)

        return wrapper

    return decorator


def forbid(request):
    if not user_of(request):
        raise ForbiddenError("no")


def answer(request):
    """Answers, or says nothing."""
    if not user_of(request):
        return Response(body={"error": "no"}, status_code=401)
    return None
