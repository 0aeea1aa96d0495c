from strawberry import field, input, interface, mutation, type
from strawberry.schema import Schema
