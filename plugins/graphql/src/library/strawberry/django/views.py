from django.http import JsonResponse
from django.views.generic import View
from muster_graphql import Context, operations_of, respond


class BaseView(View):
    """GET and POST are answered; what overrides `dispatch` runs before that."""

    schema = None
    graphiql = None
    graphql_ide = "graphiql"
    allow_queries_via_get = True
    multipart_uploads_enabled = False
    subscriptions_enabled = False

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)
        view.operations = operations_of(initkwargs.get("schema", cls.schema))
        return view

    def get_root_value(self, request):
        return None

    def get_context(self, request, response):
        return Context(request)

    def get(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, self.get_context(request, None), request))

    def post(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, self.get_context(request, None), request))


class GraphQLView(BaseView):
    pass


class AsyncGraphQLView(BaseView):
    pass
