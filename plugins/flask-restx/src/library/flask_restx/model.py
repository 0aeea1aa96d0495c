class Model:
    """What a document says of data; nothing of it turns a caller away."""

    def __init__(self, name=None, *args, **kwargs):
        self.name = name


class OrderedModel(Model):
    pass


class SchemaModel(Model):
    pass


class Mask:
    def __init__(self, mask=None, skip=False, **kwargs):
        self.mask = mask
