"""A ferry whose desk is kept by falcon-auth."""
