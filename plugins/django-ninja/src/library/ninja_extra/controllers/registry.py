"""Controllers in the order in which they were decorated, for those interfaces that look for them."""

controllers = []
