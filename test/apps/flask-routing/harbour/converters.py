from werkzeug.routing import BaseConverter


class BerthConverter(BaseConverter):
    regex = r"[A-Z]{2}\d{2}"


class ListConverter(BaseConverter):
    def to_python(self, value):
        return value.split("+")
