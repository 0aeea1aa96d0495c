"""Imports the blueprint that imports this module."""

from flask import jsonify

from .cranes import cranes


@cranes.route("lift")
def without_slash():
    return jsonify("lift")


@cranes.route("/<name>/lower", methods=["POST"])
def lower(name):
    return name
