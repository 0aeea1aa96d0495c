from flask.views import View
from muster_graphql import respond


class BaseGraphQLView(View):
    methods = ["GET", "POST"]

    def __init__(self, schema=None, graphiql=None, graphql_ide="graphiql", allow_queries_via_get=True, multipart_uploads_enabled=False):
        self.schema = schema

    def get_root_value(self, request):
        return None

    def get_context(self, request, response):
        return None

    def dispatch_request(self):
        return respond(self.schema, None, None)


class GraphQLView(BaseGraphQLView):
    pass


class AsyncGraphQLView(BaseGraphQLView):
    pass
