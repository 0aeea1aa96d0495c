"""django-filter: narrows a set by what the caller asks for."""
