from django.conf import settings
from django.http import JsonResponse
from django.views.generic import View
from muster import imported
from muster_graphql import answer_of, operations_of


class GraphQLView(View):
    """GET and POST are answered; what overrides `dispatch` runs before that. The context of resolvers is the request."""

    schema = None
    graphiql = False
    batch = False

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)
        view.operations = operations_of(initkwargs.get("schema", cls.schema) or configured())
        return view

    def get_context(self, request):
        return request

    def get_root_value(self, request):
        return None

    def get(self, request, *args, **kwargs):
        return JsonResponse(answer_of(self.get_context(request)))

    def post(self, request, *args, **kwargs):
        return JsonResponse(answer_of(self.get_context(request)))


def configured():
    """The schema that settings name, where the view names none."""
    options = getattr(settings, "GRAPHENE", None)
    return imported(options["SCHEMA"]) if options else None
