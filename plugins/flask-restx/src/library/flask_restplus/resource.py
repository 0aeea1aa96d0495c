from flask_restx.resource import Resource
