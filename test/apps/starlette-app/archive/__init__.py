"""A reading room on Starlette alone."""
