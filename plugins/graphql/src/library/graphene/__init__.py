"""Graphene: fields of the root types, and the functions beside them that resolve them by name."""

from graphene.fields import ID, UUID, BigInt, Boolean, Date, DateTime, Decimal, Dynamic, Field, Float, GenericScalar, Int, JSONString, List, Mutation, NonNull, ObjectType, String, Time
from graphene.schema import Schema
