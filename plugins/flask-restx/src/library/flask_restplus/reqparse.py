from flask_restx.reqparse import Argument, RequestParser
