"""A small shop that mounts its routes in every way the framework allows."""

__version__ = "2.4.0"
