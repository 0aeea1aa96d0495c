from muster import given


class Field:
    """What the caller filled in."""

    def __init__(self, *args, **kwargs):
        self.errors = []

    @property
    def data(self):
        return given("form")


class BooleanField(Field):
    pass


class DateField(Field):
    pass


class DateTimeField(Field):
    pass


class DecimalField(Field):
    pass


class EmailField(Field):
    pass


class FileField(Field):
    pass


class FloatField(Field):
    pass


class HiddenField(Field):
    pass


class IntegerField(Field):
    pass


class PasswordField(Field):
    pass


class RadioField(Field):
    pass


class SelectField(Field):
    pass


class SelectMultipleField(Field):
    pass


class StringField(Field):
    pass


class SubmitField(Field):
    pass


class TextAreaField(Field):
    pass


class URLField(Field):
    pass


class Form:
    def __init__(self, *args, **kwargs):
        self.errors = {}

    def is_submitted(self):
        return given("form")

    def validate(self, *args, **kwargs):
        return given("form")

    def validate_on_submit(self, *args, **kwargs):
        return given("form")

    def populate_obj(self, obj):
        return None

    def process(self, *args, **kwargs):
        return None
