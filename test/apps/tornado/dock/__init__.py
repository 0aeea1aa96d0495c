"""A dock, served by Tornado: rules of all shapes, and guards that do and do not guard."""
