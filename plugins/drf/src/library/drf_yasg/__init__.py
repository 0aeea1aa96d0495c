"""drf-yasg: documents of an API; what its decorators say changes documents and no route or guard."""
