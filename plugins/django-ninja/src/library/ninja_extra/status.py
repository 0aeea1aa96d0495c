"""Numbers by name: natives."""
