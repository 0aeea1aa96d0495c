from flask import Flask
from flask_smorest import Api, Blueprint

from .cars import cars
from .guards import token_required
from .parts import parts, shelves


class Config:
    API_TITLE = "Garage"
    API_VERSION = "v1"
    OPENAPI_VERSION = "3.0.2"
    OPENAPI_URL_PREFIX = "/docs"
    OPENAPI_SWAGGER_UI_PATH = "/swagger"
    OPENAPI_SWAGGER_UI_URL = "https://cdn.example.test/swagger-ui/"


def create_app():
    app = Flask(__name__, static_folder=None)
    app.config.from_object(Config)
    api = Api(app)
    api.register_blueprint(cars)
    api.register_blueprint(parts, url_prefix="/v2/parts")
    api.register_blueprint(closed())
    return app


def closed():
    bp = Blueprint("closed", "closed", url_prefix="/closed")
    bp.before_request(token_required(lambda: None))

    @bp.route("/")
    @bp.response(200)
    def index():
        return {}

    bp.register_blueprint(shelves)
    return bp
