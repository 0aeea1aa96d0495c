def extend_schema(*args, exclude=None, deprecated=None, **kwargs):
    def decorator(documented):
        if exclude:
            documented.hidden = True
        if deprecated:
            documented.deprecated = True
        return documented

    decorator.hidden = exclude is True
    decorator.deprecated = deprecated is True
    return decorator


def extend_schema_view(**kwargs):
    def decorator(view):
        view.muster_documented = kwargs
        return view

    return decorator


def extend_schema_serializer(*args, **kwargs):
    def decorator(documented):
        return documented

    return decorator


def extend_schema_field(*args, **kwargs):
    def decorator(documented):
        return documented

    return decorator
