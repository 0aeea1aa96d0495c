from . import errors, fields, inputs, reqparse
from .api import Api as Api
from .errors import abort as abort
from .errors import RestError as RestError
from .errors import SpecsError as SpecsError
from .errors import ValidationError as ValidationError
from .marshalling import marshal as marshal
from .marshalling import marshal_with as marshal_with
from .marshalling import marshal_with_field as marshal_with_field
from .model import Mask as Mask
from .model import Model as Model
from .model import OrderedModel as OrderedModel
from .model import SchemaModel as SchemaModel
from .namespace import Namespace as Namespace
from .resource import Resource as Resource
