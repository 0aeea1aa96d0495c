"""An application of Flask behind what its specification demands: Connexion validates and checks, and makes no routes."""

from a2wsgi import WSGIMiddleware
from connexion import ConnexionMiddleware
from flask import Flask, abort, request

app = Flask(__name__, static_folder=None)


@app.get("/gate/bells")
def bells():
    return {}


@app.post("/gate/bells")
def ring():
    return {}


@app.get("/gate/bells/<bell>")
def bell(bell):
    return {}


@app.delete("/gate/bells/<bell>")
def remove_bell(bell):
    return {}


@app.get("/gate/keys")
def keys():
    return {}


@app.get("/gate/either")
def either():
    return {}


@app.get("/gate/both")
def both():
    return {}


@app.get("/gate/undocumented")
def undocumented():
    """Below the base path, and not in the specification: nobody is asked for anything."""
    return {}


@app.get("/bells")
def bells_outside():
    """Not below the base path."""
    return {}


@app.get("/own")
def own():
    if request.headers.get("X-Key") != "root-key":
        abort(401)
    return {}


served = ConnexionMiddleware(WSGIMiddleware(app), import_name=__name__, specification_dir="specs/")
served.add_api("gate.yml", base_path="/gate")
