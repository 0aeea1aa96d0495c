import posixpath

_METHODS = ("get", "post", "put", "patch", "delete")


class APIView:
    """Routes of classes: each method of a class is a route of its own."""

    def __init__(self, url_prefix=None, view_tags=None, view_security=None, view_responses=None, doc_ui=True, operation_id_callback=None, validate_response=None):
        self.url_prefix = url_prefix
        self.doc_ui = doc_ui
        self.views = {}

    def route(self, rule):
        def wrapper(cls):
            if not rule:
                uri = self.url_prefix or ""
            elif self.url_prefix:
                uri = posixpath.join(self.url_prefix, rule.lstrip("/"))
            else:
                uri = rule
            self.views[uri] = (cls, [method for method in _METHODS if getattr(cls, method, None)])
            return cls

        return wrapper

    def doc(self, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None):
        def decorator(func):
            func._muster_documented = doc_ui
            return func

        return decorator

    def register(self, app, url_prefix=None, view_kwargs=None):
        """A prefix that is given here moves what is documented, and no route."""
        is_moved = bool(url_prefix) and url_prefix != self.url_prefix
        for rule, found in self.views.items():
            cls, methods = found
            for method in methods:
                func = getattr(cls, method)
                view_func = app.create_view_func(func, view_class=cls, view_kwargs=view_kwargs)
                hidden = is_moved or not (self.doc_ui and getattr(func, "_muster_documented", False))
                app.add_url_rule(rule, endpoint=cls.__name__ + "." + method, view_func=view_func, methods=[method.upper()], muster_hidden=hidden)
