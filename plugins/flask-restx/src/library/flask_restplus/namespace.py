from flask_restx.namespace import Namespace
