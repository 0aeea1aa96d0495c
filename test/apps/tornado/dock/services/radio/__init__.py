"""The radio."""
