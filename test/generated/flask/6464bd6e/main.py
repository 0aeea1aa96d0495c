import os
from functools import wraps
from flask import Blueprint, Flask
from flask.views import MethodView, View
from werkzeug.utils import import_string
from werkzeug.middleware.dispatcher import DispatcherMiddleware
app = Flask(__name__, static_folder=None)
if os.environ.get("FEATURE") == "on":
    pass
else:
    blueprint_7 = Blueprint("b7", __name__)
    if os.environ.get("FEATURE") == "on":
        @blueprint_7.route("/files13/<path:rest13>")
        def answer_13(**values):
            return ""
    app.register_blueprint(blueprint_7, url_prefix="/b7/<part7>")
