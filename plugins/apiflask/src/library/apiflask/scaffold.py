"""What APIFlask adds to applications and blueprints: decorators that describe views, and one that asks for authentication."""

from functools import wraps

from muster import given


class APIScaffold:
    def auth_required(self, auth, roles=None, optional=None):
        def decorator(f):
            return auth.login_required(role=roles, optional=optional)(f)

        return decorator

    def input(self, schema, location="json", arg_name=None, schema_name=None, example=None, examples=None, validation=True, **kwargs):
        name = arg_name or f"{location}_data"
        source = "query" if location in ("query", "querystring", "args") else "body"

        def decorator(f):
            @wraps(f)
            def wrapper(*args, **kwargs):
                kwargs[name] = given(source)
                return f(*args, **kwargs)

            return wrapper

        return decorator

    def output(self, schema, status_code=200, description=None, schema_name=None, example=None, examples=None, links=None, content_type="application/json", headers=None):
        def decorator(f):
            @wraps(f)
            def wrapper(*args, **kwargs):
                return f(*args, **kwargs)

            return wrapper

        return decorator

    def doc(self, summary=None, description=None, tags=None, responses=None, deprecated=None, hide=None, operation_id=None, security=None, extensions=None, **kwargs):
        def decorator(f):
            f._muster_hide = hide
            return f

        return decorator

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        """Takes a view class in the place of a view function."""
        if isinstance(view_func, type):
            if endpoint is None:
                endpoint = view_func.__name__
            view_func = view_func.as_view(endpoint)
        super().add_url_rule(rule, endpoint, view_func, provide_automatic_options=provide_automatic_options, **options)
