from strawberry.fields import StrawberryField, field


def create(input_type=None, **options):
    return StrawberryField(None, options)


def update(input_type=None, **options):
    return StrawberryField(None, options)


def delete(input_type=None, **options):
    return StrawberryField(None, options)


def input_mutation(resolver=None, **options):
    return StrawberryField(resolver, options)


def mutation(resolver=None, **options):
    return StrawberryField(resolver, options)
