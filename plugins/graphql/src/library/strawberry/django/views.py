from django.http import JsonResponse
from django.views.generic import View
from muster_graphql import respond


class BaseView(View):
    """GET and POST are answered; what overrides `dispatch` runs before that."""

    schema = None
    graphiql = None
    graphql_ide = "graphiql"
    allow_queries_via_get = True
    multipart_uploads_enabled = False
    subscriptions_enabled = False

    def get_root_value(self, request):
        return None

    def get_context(self, request, response):
        return None

    def get(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, None, request))

    def post(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, None, request))


class GraphQLView(BaseView):
    pass


class AsyncGraphQLView(BaseView):
    pass
