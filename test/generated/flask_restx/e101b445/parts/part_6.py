from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource
names_6 = Namespace("n6", description="names")
@names_6.route("/x8/<item8>")
class Resource_8(Resource):
    def delete(self, **values):
        return {}
