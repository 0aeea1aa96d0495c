from django.http import JsonResponse
from django.views.generic import View
from muster_graphql import respond


class GraphQLView(View):
    """GET and POST are answered; what overrides `dispatch` runs before that."""

    schema = None
    graphiql = False
    batch = False

    def get_context(self, request):
        return request

    def get_root_value(self, request):
        return None

    def get(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, None, request))

    def post(self, request, *args, **kwargs):
        return JsonResponse(respond(self.schema, None, request))
