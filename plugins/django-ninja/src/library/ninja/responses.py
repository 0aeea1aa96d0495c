class Status:
    """A value with its status, as handlers return it."""

    def __init__(self, status_code, value=None):
        self.status_code = status_code
        self.value = value


class Response:
    def __init__(self, data=None, status=200, **kwargs):
        self.status_code = status
        self.data = data
