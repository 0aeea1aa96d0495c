from muster_graphql.natives import declared_here


class ObjectType:
    kinds = {"Query": "query", "Mutation": "mutation", "Subscription": "subscription"}

    def __init__(self, name):
        self.name = name
        self.resolvers = {}
        self.places = {}

    def field(self, name):
        def register(resolver):
            self.set_field(name, resolver)
            return resolver

        return register

    def set_field(self, name, resolver):
        self.resolvers[name] = resolver
        self.places[name] = declared_here()
        return resolver

    def set_alias(self, name, to):
        pass


class QueryType(ObjectType):
    def __init__(self):
        super().__init__("Query")


class MutationType(ObjectType):
    def __init__(self):
        super().__init__("Mutation")


class SubscriptionType(ObjectType):
    """A subscription's source runs for a subscriber, and its resolver for each event."""

    def __init__(self):
        super().__init__("Subscription")
        self.sources = {}

    def source(self, name):
        def register(generator):
            return self.set_source(name, generator)

        return register

    def set_source(self, name, generator):
        self.sources[name] = generator
        self.places[name] = declared_here()
        return generator


class Bindable:
    """What answers no field of a root type."""

    def __init__(self, *args, **options):
        pass

    def field(self, *args, **options):
        return lambda decorated: decorated

    def type_resolver(self, decorated):
        return decorated

    def serializer(self, decorated):
        return decorated

    def value_parser(self, decorated):
        return decorated

    def literal_parser(self, decorated):
        return decorated


class InterfaceType(Bindable):
    pass


class UnionType(Bindable):
    pass


class ScalarType(Bindable):
    pass


class EnumType(Bindable):
    pass


class InputType(Bindable):
    pass


fallback_resolvers = Bindable()
snake_case_fallback_resolvers = Bindable()
