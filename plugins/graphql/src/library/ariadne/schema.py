from ariadne.bindables import Bindable, ObjectType, SubscriptionType
from muster_graphql import Operation, answer_of, executed
from muster_graphql.natives import resolver_inputs
from muster import unknown


upload_scalar = Bindable()


class Schema:
    """Fields that no function is bound to are read off what the field above them answered."""

    def __init__(self, bindables):
        found = {}
        for bindable in flattened(bindables):
            if isinstance(bindable, ObjectType) and bindable.name in ObjectType.kinds:
                for name, resolver in runs_of(bindable).items():
                    found[bindable.name, name] = Operation(ObjectType.kinds[bindable.name], name, bindable.places[name], resolver, answering(resolver))
        self.operations = list(found.values())


def flattened(bindables):
    found = []
    for bindable in bindables:
        if isinstance(bindable, (list, tuple)):
            found.extend(bindable)
        else:
            found.append(bindable)
    return found


def runs_of(bindable):
    return bindable.sources if isinstance(bindable, SubscriptionType) else bindable.resolvers


def answering(resolver):
    def answer(info):
        return resolver(unknown("the object that a resolver belongs to"), info, **resolver_inputs(resolver))

    return answer


def make_executable_schema(type_defs, *bindables, directives=None, convert_names_case=False):
    return Schema(bindables)


def gql(text):
    return text


def load_schema_from_path(path):
    return ""


def graphql_sync(schema, data, *, context_value=None, **options):
    return True, executed(schema, context_value)


async def graphql(schema, data, *, context_value=None, **options):
    return True, executed(schema, context_value)
