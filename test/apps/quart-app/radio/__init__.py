"""A radio: Quart's routes, sockets and guards."""
