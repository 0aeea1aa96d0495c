"""Strawberry: what serves a schema is below; types, fields and schemas themselves stay names from outside."""
