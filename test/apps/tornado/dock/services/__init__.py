"""Each brings its own list of handlers."""
