"""One schema of Strawberry, one of Ariadne."""

import strawberry
from ariadne import MutationType, QueryType, gql, make_executable_schema


@strawberry.type
class Query:
    @strawberry.field
    def crafts(self) -> list[str]:
        return ["glass", "rope"]


typed = strawberry.Schema(query=Query)

type_defs = gql(
    """
    type Query {
        masters: [String!]!
    }
    type Mutation {
        admit(name: String!): Boolean!
    }
    """
)
query = QueryType()
mutation = MutationType()


@query.field("masters")
def resolve_masters(_, info):
    return ["Ada"]


@mutation.field("admit")
def resolve_admit(_, info, name):
    return info.context["request"].headers.get("authorization") == "Bearer guild-token"


bound = make_executable_schema(type_defs, query, [mutation])
