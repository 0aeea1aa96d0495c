"""An animal shelter: APIFlask's decorators, schemes and blueprints."""

import os

from apiflask import APIFlask

from shelter.auth import token_auth
from shelter.pets import pets
from shelter.views import cages, internal, local, plain


class Config:
    LOCAL = bool(os.environ.get("SHELTER_LOCAL"))


def create_app():
    app = APIFlask(__name__, title="Shelter", version="1.0", docs_path="/documentation", static_folder=None)
    app.config["DESCRIPTION"] = "shelter"
    register_index(app)
    app.register_blueprint(pets, url_prefix="/v1/pets")
    for blueprint in (cages, internal, plain):
        app.register_blueprint(blueprint)
    if Config.LOCAL:
        app.register_blueprint(local)

    @app.error_processor
    def answer(error):
        return {"message": error.message}, error.status_code

    return app


def register_index(app):
    @app.route("/")
    @app.doc(hide=True)
    def index():
        return "<h1>Shelter</h1>"

    @app.get("/me")
    @app.auth_required(token_auth)
    def me():
        return {"user": token_auth.current_user}
