from flask import Blueprint, Flask
from flask_restful import Api

from . import dogs
from .guards import auth, token_required

PREFIX = "/api"


def create_app():
    app = Flask(__name__, static_folder=None)
    api = Api(app, prefix=PREFIX + "/v1")
    api.add_resource(dogs.Dogs, "/dogs", "/dogs/all")
    api.add_resource(dogs.Dog, "/dogs/<int:dog_id>", endpoint="dog")
    api.add_resource(dogs.Guarded, "/guarded")
    api.add_resource(dogs.PerMethod, "/per-method")
    api.add_resource(dogs.Inherits, "/inherits")
    api.add_resource(dogs.Loses, "/loses")
    api.add_resource(dogs.ByVerb, "/by-verb")
    api.add_resource(dogs.Inline, "/inline/<string:name>")
    api.add_resource(dogs.Configured, "/configured", resource_class_kwargs={"secret": "root-token"})
    for resource, path in [(dogs.Bones, "/bones"), (dogs.Balls, "/balls")]:
        api.add_resource(resource, path)

    @api.resource("/decorated", "/decorated/<name>")
    class Decorated(dogs.Dogs):
        pass

    closed = Api(decorators=[auth.login_required])
    closed.add_resource(dogs.Dogs, "/closed/dogs", endpoint="closed_dogs")
    closed.init_app(app)

    part = Blueprint("part", __name__, url_prefix="/part")
    inner = Api(part)
    inner.add_resource(dogs.Bones, "/bones")
    inner.add_resource(dogs.Balls, "/")
    app.register_blueprint(part)
    app.register_blueprint(late(), url_prefix="/late")

    return app


def late():
    blueprint = Blueprint("late", __name__)
    blueprint.before_request(token_required(lambda: None))
    api = Api(blueprint, prefix="/x")
    api.add_resource(dogs.Balls, "/balls")
    return blueprint
