def no_append_slash(view_func):
    return view_func
