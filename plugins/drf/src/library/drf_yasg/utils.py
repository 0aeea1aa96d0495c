def swagger_auto_schema(method=None, methods=None, auto_schema=True, deprecated=None, **kwargs):
    def decorator(documented):
        if auto_schema is None:
            documented.hidden = True
        if deprecated:
            documented.deprecated = True
        return documented

    return decorator


def swagger_serializer_method(serializer_or_field):
    def decorator(documented):
        return documented

    return decorator


no_body = None
