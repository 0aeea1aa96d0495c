"""Graphene's JSON web tokens: who calls is the user of Django's request."""
