"""The name that Flask-RESTX had before it was forked."""

from flask_restx import Api as Api
from flask_restx import Mask as Mask
from flask_restx import Model as Model
from flask_restx import Namespace as Namespace
from flask_restx import OrderedModel as OrderedModel
from flask_restx import Resource as Resource
from flask_restx import RestError as RestError
from flask_restx import SchemaModel as SchemaModel
from flask_restx import SpecsError as SpecsError
from flask_restx import ValidationError as ValidationError
from flask_restx import abort as abort
from flask_restx import errors as errors
from flask_restx import fields as fields
from flask_restx import inputs as inputs
from flask_restx import marshal as marshal
from flask_restx import marshal_with as marshal_with
from flask_restx import marshal_with_field as marshal_with_field
from flask_restx import reqparse as reqparse
