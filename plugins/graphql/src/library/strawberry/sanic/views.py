from muster_graphql import Context, operations_of, respond
from sanic.response import json
from sanic.views import HTTPMethodView


class GraphQLView(HTTPMethodView):
    def __init__(self, schema, *args, **options):
        self.schema = schema

    @classmethod
    def as_view(cls, *args, **options):
        view = super().as_view(*args, **options)
        view.operations = operations_of(args[0] if args else options.get("schema"))
        return view

    async def get_root_value(self, request):
        return None

    async def get_context(self, request, response):
        return Context(request)

    async def post(self, request):
        return json(respond(self.schema, await self.get_context(request, None), request))

    async def get(self, request):
        return json(respond(self.schema, await self.get_context(request, None), request))
