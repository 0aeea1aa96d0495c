"""Falcon over ASGI: one middleware asks everybody for a token, apart from a list."""
