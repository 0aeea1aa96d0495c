from functools import wraps
from inspect import isclass

import flask
from muster import given


class Blueprint(flask.Blueprint):
    def __init__(self, *args, **kwargs):
        self.description = kwargs.pop("description", "")
        super().__init__(*args, **kwargs)
        self._endpoints = []

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, parameters=None, tags=None, **options):
        if endpoint is None:
            endpoint = view_func.__name__
        if endpoint in self._endpoints:
            endpoint = f"{endpoint}_{len(self._endpoints)}"
        self._endpoints.append(endpoint)
        if isclass(view_func):
            view_func = view_func.as_view(endpoint)
        super().add_url_rule(rule, endpoint, view_func, provide_automatic_options, **options)

    def route(self, rule, parameters=None, tags=None, **options):
        def decorator(func):
            endpoint = options.pop("endpoint", None)
            self.add_url_rule(rule, endpoint, func, parameters=parameters, tags=tags, **options)
            return func

        return decorator

    def arguments(self, schema, location="json", content_type=None, required=True, description=None, example=None, examples=None, as_kwargs=False, **kwargs):
        """Hands on what it parsed, which the caller chose."""

        def decorator(func):
            @wraps(func)
            def wrapper(*f_args, **f_kwargs):
                if as_kwargs:
                    return func(*f_args, **f_kwargs)
                return func(*f_args, given("body"), **f_kwargs)

            return wrapper

        return decorator

    def paginate(self, pager=None, page=None, page_size=None, max_page_size=None):
        def decorator(func):
            @wraps(func)
            def wrapper(*f_args, **f_kwargs):
                if pager is None:
                    f_kwargs["pagination_parameters"] = given("query")
                return func(*f_args, **f_kwargs)

            return wrapper

        return decorator

    def response(self, status_code, schema=None, content_type=None, description=None, example=None, examples=None, headers=None):
        def decorator(func):
            return func

        return decorator

    def alt_response(self, status_code, response=None, schema=None, content_type=None, description=None, example=None, examples=None, headers=None, success=False):
        def decorator(func):
            return func

        return decorator

    def doc(self, **kwargs):
        def decorator(func):
            return func

        return decorator

    def etag(self, obj):
        if callable(obj):
            return obj

        def decorator(func):
            return func

        return decorator

    def check_etag(self, etag_data, etag_schema=None):
        return None

    def set_etag(self, etag_data, etag_schema=None):
        return None
