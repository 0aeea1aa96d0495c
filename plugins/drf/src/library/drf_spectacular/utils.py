def extend_schema(*args, exclude=None, **kwargs):
    def decorator(documented):
        if exclude:
            documented.hidden = True
        return documented

    return decorator


def extend_schema_view(**kwargs):
    def decorator(view):
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
