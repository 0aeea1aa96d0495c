from muster import given


class Argument:
    def __init__(self, name, *args, **kwargs):
        self.name = name


class RequestParser:
    """What it parses the caller chose."""

    def __init__(self, *args, **kwargs):
        self.args = []

    def add_argument(self, *args, **kwargs):
        return self

    def parse_args(self, req=None, strict=False, http_error_code=400):
        return given("body")

    def copy(self):
        return self

    def replace_argument(self, name, *args, **kwargs):
        return self

    def remove_argument(self, name):
        return self
