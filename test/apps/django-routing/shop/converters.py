from django.urls import register_converter


class FourDigits:
    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:04d}"


def register():
    register_converter(FourDigits, "yyyy")
