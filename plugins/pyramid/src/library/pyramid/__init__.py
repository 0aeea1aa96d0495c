"""Pyramid, as far as routes and the way of a request depend on it."""
