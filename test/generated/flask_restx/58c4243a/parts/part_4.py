from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource
names_4 = Namespace("n4", description="names")
@names_4.route("/x5/")
class Resource_5(Resource):
    def delete(self, **values):
        return {}
