from apiflask import Schema
from apiflask.fields import Integer, String


class PetIn(Schema):
    name = String(load_default="Rex")


class PetOut(Schema):
    id = Integer()
    name = String()
