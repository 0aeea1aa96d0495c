"""Limits by decorator, of blueprints and of all that the application serves."""

from functools import wraps

from flask import Blueprint
from muster import limited


class Limiter:
    def __init__(self, key_func=None, app=None, default_limits=(), application_limits=(), enabled=True, **options):
        # Before version 2 the application came first.
        first = key_func if hasattr(key_func, "before_request") else app
        self.default_limits = [*application_limits, *default_limits]
        self.enabled = enabled
        if first is not None:
            self.init_app(first)

    def init_app(self, app):
        app.before_request(self.check_defaults)

    def check_defaults(self):
        if self.enabled:
            for limit in self.default_limits:
                limited("Flask-Limiter", limit)

    check = check_defaults

    def limit(self, limit_value, **options):
        def decorator(obj):
            if isinstance(obj, Blueprint):
                obj.before_request(lambda: limited("Flask-Limiter", limit_value) and None)
                return obj

            @wraps(obj)
            def inner(*args, **kwargs):
                if self.enabled:
                    limited("Flask-Limiter", limit_value)
                return obj(*args, **kwargs)

            return inner

        return decorator

    def shared_limit(self, limit_value, scope=None, **options):
        return self.limit(limit_value)

    def exempt(self, obj=None, **options):
        if obj is None:
            return self.exempt
        if isinstance(obj, Blueprint):
            obj.before_request(lambda: limited("Flask-Limiter", None, "nobody") and None)
            return obj

        @wraps(obj)
        def inner(*args, **kwargs):
            limited("Flask-Limiter", None, "nobody")
            return obj(*args, **kwargs)

        return inner

    def request_filter(self, fn):
        return fn
