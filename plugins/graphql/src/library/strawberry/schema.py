from muster_graphql import Denied, Operation, Result, executed
from muster_graphql.natives import fields_of, resolver_arguments
from strawberry.fields import StrawberryField


class Schema:
    def __init__(self, query=None, mutation=None, subscription=None, **options):
        self.query = query
        self.mutation = mutation
        self.subscription = subscription
        self.operations = [*root("query", query), *root("mutation", mutation), *root("subscription", subscription)]

    async def execute(self, query, variable_values=None, context_value=None, **options):
        return Result(executed(self, context_value))

    def execute_sync(self, query, variable_values=None, context_value=None, **options):
        return Result(executed(self, context_value))


def root(kind, cls):
    return [Operation(kind, name, one.declared, one.base_resolver, answering(one), one.base_resolver is None and not one.permission_classes and not one.extensions) for name, one in fields_of(cls, StrawberryField)]


def answering(one):
    def answer(info):
        for permission in one.permission_classes:
            if not permission().has_permission(None, info):
                raise Denied()
        for extension in one.extensions:
            if hasattr(extension, "permits") and not extension.permits(info):
                raise Denied()
        if one.base_resolver is None:
            return None
        return one.base_resolver(**resolver_arguments(one.base_resolver, info))

    return answer
