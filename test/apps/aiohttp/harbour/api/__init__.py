"""Modules that are mounted by their names."""
