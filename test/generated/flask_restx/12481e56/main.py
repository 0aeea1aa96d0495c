import os
from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource
app = Flask(__name__, static_folder=None)
api = Api(app, prefix="/api/v1", doc="/manual")
if os.environ.get("FEATURE") == "on":
    pass
else:
    from parts.part_3 import names_3
    api.add_namespace(names_3, path="/b3/<part3>")
