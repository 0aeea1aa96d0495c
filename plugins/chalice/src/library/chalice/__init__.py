"""Chalice, as far as routes and the way of a request depend on it."""

from chalice.app import (
    AuthResponse, AuthRoute, BadRequestError, Blueprint, Chalice, ChaliceViewError, CognitoUserPoolAuthorizer, ConflictError, CORSConfig, CustomAuthorizer,
    ForbiddenError, IAMAuthorizer, MethodNotAllowedError, NotFoundError, RequestTimeoutError, Response, TooManyRequestsError, UnauthorizedError, UnprocessableEntityError,
)
