from graphene.fields import GrapheneField
from muster_graphql import Operation, Result, executed
from muster_graphql.natives import fields_of, resolver_inputs
from muster import unknown


class Schema:
    def __init__(self, query=None, mutation=None, subscription=None, **options):
        self.operations = [*root("query", query), *root("mutation", mutation), *root("subscription", subscription)]

    def execute(self, *args, context_value=None, context=None, **options):
        return Result(executed(self, context or context_value))

    async def execute_async(self, *args, context_value=None, context=None, **options):
        return Result(executed(self, context or context_value))


def root(kind, cls):
    found = []
    for name, one in fields_of(cls, GrapheneField):
        resolver = one.resolver or getattr(cls, "resolve_" + name, None)
        found.append(Operation(kind, name, one.declared, resolver, answering(resolver), resolver is None))
    return found


def answering(resolver):
    def answer(info):
        if resolver is None:
            return None
        return resolver(unknown("the object that a resolver belongs to"), info, **resolver_inputs(resolver))

    return answer
