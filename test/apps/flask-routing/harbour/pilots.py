"""An application of its own, mounted by a dispatcher."""

from flask import Flask

pilots = Flask("pilots", static_folder=None)


@pilots.route("/")
def index():
    return []


@pilots.route("/<name>", methods=["GET", "PUT"])
def pilot(name):
    return name
