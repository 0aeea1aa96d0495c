from flask.views import View
from flask import request
from muster_graphql import Context, operations_of, respond


class BaseGraphQLView(View):
    methods = ["GET", "POST"]

    def __init__(self, schema=None, graphiql=None, graphql_ide="graphiql", allow_queries_via_get=True, multipart_uploads_enabled=False):
        self.schema = schema

    @classmethod
    def as_view(cls, name, *args, **options):
        view = super().as_view(name, *args, **options)
        view.operations = operations_of(args[0] if args else options.get("schema"))
        return view

    def get_root_value(self, request):
        return None

    def get_context(self, request, response):
        return Context(request)

    def dispatch_request(self):
        return respond(self.schema, self.get_context(request, None), request)


class GraphQLView(BaseGraphQLView):
    pass


class AsyncGraphQLView(BaseGraphQLView):
    pass
