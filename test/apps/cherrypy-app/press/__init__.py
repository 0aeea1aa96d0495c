"""A printing house served by CherryPy: trees of objects, verbs, and a routes mapper."""
