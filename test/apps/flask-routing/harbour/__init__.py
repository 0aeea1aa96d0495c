"""A harbour: every way in which Flask code gives a handler its path."""
