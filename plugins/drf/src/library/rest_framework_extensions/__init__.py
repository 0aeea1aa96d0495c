"""drf-extensions: nested registration with one router."""
