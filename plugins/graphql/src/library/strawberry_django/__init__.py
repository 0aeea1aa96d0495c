"""Strawberry over Django's models: types and fields that resolve themselves, and extensions that ask who calls."""

from strawberry.fields import field, mutation
from strawberry_django import mutations, permissions


def type(model=None, **options):
    return lambda decorated: decorated


def input(model=None, **options):
    return lambda decorated: decorated


def interface(model=None, **options):
    return lambda decorated: decorated


def partial(model=None, **options):
    return lambda decorated: decorated


def connection(*args, **options):
    return field(**options)


def node(*args, **options):
    return field(**options)


def offset_paginated(*args, **options):
    return field(**options)
