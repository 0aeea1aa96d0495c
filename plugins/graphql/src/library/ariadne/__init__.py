"""Ariadne: types that functions are bound to as resolvers of their fields; the schema lists those of the root types."""

from ariadne.bindables import EnumType, InputType, InterfaceType, MutationType, ObjectType, QueryType, ScalarType, SubscriptionType, UnionType, fallback_resolvers, snake_case_fallback_resolvers
from ariadne.schema import gql, graphql, graphql_sync, load_schema_from_path, make_executable_schema, upload_scalar
