"""Pages of what a handler returns: the handler runs as ever."""


def paginate(func_or_pagination_class=None, **options):
    if isinstance(func_or_pagination_class, type) or func_or_pagination_class is None:
        return lambda view_func: view_func
    return func_or_pagination_class
