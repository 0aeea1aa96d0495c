"""Decorators of views run before the guards of the operation, and before its arguments are read."""


def decorate_view(*decorators):
    def outer(view_func):
        view_func.ninja_view_decorators = [*getattr(view_func, "ninja_view_decorators", []), *decorators]
        return view_func

    return outer
