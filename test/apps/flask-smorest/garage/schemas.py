from marshmallow import Schema, fields


class CarSchema(Schema):
    name = fields.String()


class Query(Schema):
    limit = fields.Integer()
