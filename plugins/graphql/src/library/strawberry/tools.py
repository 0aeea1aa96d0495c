def merge_types(name, types):
    """A type with the fields of all; the first that has a name counts."""

    class Merged(*types):
        pass

    return Merged
