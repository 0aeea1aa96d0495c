from aiohttp import web
from muster_graphql import Context, operations_of, respond


class GraphQLView:
    """An object that is a handler."""

    def __init__(self, schema, *args, **options):
        self.schema = schema
        self.operations = operations_of(schema)

    async def get_root_value(self, request):
        return None

    async def get_context(self, request, response):
        return Context(request)

    async def __call__(self, request):
        return web.json_response(respond(self.schema, await self.get_context(request, None), request))
