"""A lighthouse, served by Sanic: routes, blueprints and versions of all shapes, and guards that do and do not guard."""
