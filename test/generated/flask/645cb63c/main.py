import os
from functools import wraps
from flask import Blueprint, Flask
from flask.views import MethodView, View
from werkzeug.utils import import_string
from werkzeug.middleware.dispatcher import DispatcherMiddleware
app = Flask(__name__, static_folder=None)
if os.environ.get("FEATURE") == "on":
    class View_3(MethodView):
        def post(self, **values):
            return ""
    app.add_url_rule("/a3/<any(b, c):kind3>/<string(length=2):code3>", view_func=View_3.as_view("v3"))
