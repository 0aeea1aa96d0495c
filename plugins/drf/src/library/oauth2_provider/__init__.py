"""django-oauth-toolkit: tokens that it gave out, with scopes."""
