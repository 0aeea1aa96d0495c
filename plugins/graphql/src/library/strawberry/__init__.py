"""Strawberry: types stay classes, their fields remember who may ask for them; schemas list those of the root types."""

from strawberry.fields import field, mutation, subscription
from strawberry.permission import BasePermission
from strawberry.schema import Schema


def type(cls=None, **options):
    return (lambda decorated: decorated) if cls is None else cls


def input(cls=None, **options):
    return (lambda decorated: decorated) if cls is None else cls


def interface(cls=None, **options):
    return (lambda decorated: decorated) if cls is None else cls
