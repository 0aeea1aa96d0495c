"""What servers of GraphQL have in common."""


def respond(schema, context, request):
    """The answer of a request for anything: who may ask for what is up to the schema's resolvers."""
    return {"data": None}
