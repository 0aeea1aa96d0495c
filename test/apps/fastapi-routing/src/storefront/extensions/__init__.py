"""Optional parts of the shop. Each has a `setup(app)`."""
