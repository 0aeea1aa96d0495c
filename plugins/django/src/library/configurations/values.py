"""A value is its default, which the environment may replace."""

import os


def Value(default=None, environ=True, environ_name=None, environ_prefix="DJANGO", *args, **kwargs):
    return os.environ.get(environ_name, default)


BooleanValue = Value
IntegerValue = Value
PositiveIntegerValue = Value
FloatValue = Value
DecimalValue = Value
ListValue = Value
TupleValue = Value
SetValue = Value
DictValue = Value
SingleNestedListValue = Value
SingleNestedTupleValue = Value
EmailValue = Value
URLValue = Value
IPValue = Value
RegexValue = Value
PathValue = Value
BackendsValue = Value
CastingMixin = Value


def SecretValue(*args, **kwargs):
    return os.environ.get("DJANGO_SECRET_KEY")
