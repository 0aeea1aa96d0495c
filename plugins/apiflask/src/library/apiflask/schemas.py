class Schema:
    """What marshmallow makes of data is not followed: what comes out of it is the caller's choice as before."""

    def __init__(self, *args, **kwargs):
        pass

    def __init_subclass__(cls, **kwargs):
        pass

    @classmethod
    def from_dict(cls, fields, name="GeneratedSchema"):
        return cls


class EmptySchema(Schema):
    pass


class PaginationSchema(Schema):
    pass


class FileSchema(Schema):
    pass
