"""Keys for programs, kept as hashes."""
