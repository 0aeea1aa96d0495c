def marshal(data, fields, envelope=None, skip_none=False, mask=None, ordered=False):
    return data


class marshal_with:
    def __init__(self, fields, envelope=None, skip_none=False, mask=None, ordered=False):
        self.fields = fields

    def __call__(self, f):
        return f


class marshal_with_field:
    def __init__(self, field):
        self.field = field

    def __call__(self, f):
        return f
