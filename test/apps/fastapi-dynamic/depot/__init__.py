"""A depot whose routes are put together by code, more than by decorators."""
