from muster_graphql.natives import declared_here


class StrawberryField:
    def __init__(self, resolver, options):
        self.base_resolver = resolver
        self.permission_classes = options.get("permission_classes") or []
        self.extensions = options.get("extensions") or []
        self.declared = declared_here()

    def __call__(self, resolver):
        self.base_resolver = resolver
        return self


def field(resolver=None, **options):
    return StrawberryField(resolver, options)


def mutation(resolver=None, **options):
    return StrawberryField(resolver, options)


def subscription(resolver=None, **options):
    return StrawberryField(resolver, options)
