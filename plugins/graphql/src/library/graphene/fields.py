from muster_graphql.natives import declared_here


class GrapheneField:
    def __init__(self, *args, resolver=None, **options):
        self.resolver = resolver
        self.declared = declared_here()


class Field(GrapheneField):
    pass


class List(GrapheneField):
    pass


class NonNull(GrapheneField):
    pass


class String(GrapheneField):
    pass


class Int(GrapheneField):
    pass


class BigInt(GrapheneField):
    pass


class Float(GrapheneField):
    pass


class Boolean(GrapheneField):
    pass


class ID(GrapheneField):
    pass


class UUID(GrapheneField):
    pass


class Date(GrapheneField):
    pass


class DateTime(GrapheneField):
    pass


class Time(GrapheneField):
    pass


class Decimal(GrapheneField):
    pass


class JSONString(GrapheneField):
    pass


class GenericScalar(GrapheneField):
    pass


class Dynamic(GrapheneField):
    pass


class ObjectType:
    pass


class Mutation(ObjectType):
    """What changes something: `Field()` puts it among the fields of a root type."""

    @classmethod
    def Field(cls, *args, **options):
        return GrapheneField(resolver=cls.mutate)
