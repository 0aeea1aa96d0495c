"""Simple JWT: tokens that it signed itself and verifies."""
