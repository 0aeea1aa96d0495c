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
    blueprint_2 = Blueprint("b2", __name__)
    blueprint_7 = Blueprint("b7", __name__)
    @blueprint_7.route("/x9")
    def answer_9(**values):
        return ""
    blueprint_2.register_blueprint(blueprint_7, url_prefix="/b7/")
    app.register_blueprint(blueprint_2, url_prefix="/b2")
