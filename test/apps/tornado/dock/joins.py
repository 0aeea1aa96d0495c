"""Paths that are put together."""


def url_path_join(*pieces):
    """Joins pieces with one slash between them."""
    initial = pieces[0].startswith("/")
    final = pieces[-1].endswith("/")
    stripped = [piece.strip("/") for piece in pieces]
    result = "/".join(piece for piece in stripped if piece)
    if initial:
        result = "/" + result
    if final:
        result = result + "/"
    if result == "//":
        result = "/"
    return result
