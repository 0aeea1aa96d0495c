"""No router here: the package's loop has to pass over it."""


def slug(text: str) -> str:
    return text.lower().replace(" ", "-")
