"""What flask-openapi3 adds to applications and blueprints: decorators for each method that hand requests on as models."""

from functools import wraps

from muster import given, text


class _Sent:
    """Headers or cookies, as a model with one attribute for each."""

    def __init__(self, source):
        self.source = source

    def __getattr__(self, name):
        return text(self.source, name.replace("_", "-") if self.source == "header" else name)


def _models():
    return {"path": given("path"), "query": given("query"), "form": given("form"), "body": given("body"), "raw": given("body"), "header": _Sent("header"), "cookie": _Sent("cookie")}


class APIScaffold:
    def create_view_func(self, func, view_class=None, view_kwargs=None):
        @wraps(func)
        def view_func(**kwargs):
            if view_class is None:
                return func(**_models())
            if view_kwargs is not None:
                return func(view_class(view_kwargs=view_kwargs), **_models())
            return func(view_class(), **_models())

        # Made once: a function that shows another's attributes answers with the other's view.
        if not hasattr(func, "view"):
            func.view = view_func
        return func.view

    def _register(self, method, rule, doc_ui, options):
        def decorator(func):
            view_func = self.create_view_func(func)
            options["methods"] = [method]
            self._add_url_rule(rule, view_func=view_func, muster_hidden=not (self.doc_ui and doc_ui), **options)
            return func

        return decorator

    def _add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        self.add_url_rule(rule, endpoint, view_func, provide_automatic_options, **options)

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        """Flask's own way to add a route leaves it out of the generated document."""
        options.setdefault("muster_hidden", True)
        super().add_url_rule(rule, endpoint, view_func, provide_automatic_options=provide_automatic_options, **options)

    def get(self, rule, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None, **options):
        return self._register("GET", rule, doc_ui, options)

    def post(self, rule, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None, **options):
        return self._register("POST", rule, doc_ui, options)

    def put(self, rule, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None, **options):
        return self._register("PUT", rule, doc_ui, options)

    def delete(self, rule, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None, **options):
        return self._register("DELETE", rule, doc_ui, options)

    def patch(self, rule, *, tags=None, summary=None, description=None, external_docs=None, operation_id=None, responses=None, deprecated=None, security=None, servers=None, openapi_extensions=None, validate_response=None, doc_ui=True, extra_form=None, **options):
        return self._register("PATCH", rule, doc_ui, options)
