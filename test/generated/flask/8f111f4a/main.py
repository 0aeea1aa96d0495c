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
    blueprint_9 = Blueprint("b9", __name__)
    blueprint_13 = Blueprint("b13", __name__)
    @blueprint_13.route("/x15/<item15>")
    def answer_15(**values):
        return ""
    blueprint_9.register_blueprint(blueprint_13, url_prefix="/b13")
    app.register_blueprint(blueprint_9, url_prefix="/b9/")
