import os
from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource
app = Flask(__name__, static_folder=None)
api = Api(app, prefix="/api/v1", doc="/manual")
if os.environ.get("FEATURE") == "on":
    pass
else:
    from parts.part_4 import names_4
    api.add_namespace(names_4, path="/b4/more")
