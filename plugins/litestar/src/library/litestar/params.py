class Parameter:
    def __init__(self, annotation=None, *, header=None, cookie=None, query=None, default=None, **further):
        self.header = header
        self.cookie = cookie
        self.query = query


class Dependency:
    def __init__(self, *, default=None, skip_validation=False):
        self.default = default


class Body:
    def __init__(self, **further):
        self.media_type = None
