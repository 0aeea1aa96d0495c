from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource
names_3 = Namespace("n3", description="names")
@names_3.route("/x4/")
class Resource_4(Resource):
    def post(self, **values):
        return {}
