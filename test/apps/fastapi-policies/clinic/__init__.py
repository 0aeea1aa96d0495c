"""Guards that are put together from parts, and gaps between the parts."""
