from flask import Blueprint

from .base import Resource


class Cargo(Resource):
    path = "/items"

    def patch(self, id):
        return {}


class CargoInstaller:
    def __init__(self, prefix):
        self.blueprint = Blueprint("cargo", __name__, url_prefix=prefix)

    def install(self, app):
        Cargo.install(self.blueprint)
        app.register_blueprint(self.blueprint)
