def never_cache(view_func):
    return view_func


def cache_page(timeout, *, cache=None, key_prefix=None):
    return lambda view_func: view_func


def cache_control(**kwargs):
    return lambda view_func: view_func
