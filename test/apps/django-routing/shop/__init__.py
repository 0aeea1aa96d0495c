"""A shop whose addresses are put together in every way that Django knows."""
