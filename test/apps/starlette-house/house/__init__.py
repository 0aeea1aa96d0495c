"""A house that brings a router of its own to the framework."""
