"""What servers of GraphQL have in common: a request asks for operations, each of which a resolver answers."""

from muster_graphql.natives import chosen, offered


class Denied(Exception):
    """Answered as an error of the operation; the request itself succeeds."""

    status_code = 403


class Operation:
    def __init__(self, kind, name, declared, resolver, answer, plain=False):
        self.kind = kind
        self.name = name
        self.declared = declared
        self.resolver = resolver
        self.answer = answer
        # Nothing of the project's runs for it: all such are alike.
        self.plain = plain


class Context:
    """What a server hands to resolvers where the project does not say: the request, as an attribute and as an item."""

    def __init__(self, request):
        self.request = request
        self.response = None

    def __getitem__(self, name):
        return getattr(self, name)

    def get(self, name, default=None):
        return getattr(self, name, default)


class Info:
    def __init__(self, context):
        self.context = context


def respond(schema, context, request):
    """Without a choice the answer of a request for anything: who may ask for what is up to the resolvers."""
    offered(operations_of(schema))
    operation = chosen()
    if operation is None:
        return {"data": None}
    return operation.answer(Info(with_request(context, request)))


def answer_of(context):
    """The same where the context is what it is."""
    operation = chosen()
    return {"data": None} if operation is None else operation.answer(Info(context))


class Result:
    """What a schema answers code that asks it: an error of a resolver is among its data, and raises nothing."""

    def __init__(self, data):
        self.data = data
        self.errors = None


def executed(schema, context):
    """For a handler of the repository's own that asks a schema itself: the request at hand may ask for any of its operations."""
    offered(operations_of(schema))
    return answer_of(context)


def with_request(context, request):
    """A project's own context is given the request."""
    if context is None:
        return Context(request)
    if isinstance(context, dict):
        return {"request": request, **context}
    context.request = request
    return context


def operations_of(schema):
    return getattr(schema, "operations", None)
