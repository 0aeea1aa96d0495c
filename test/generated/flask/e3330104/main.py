import os
from functools import wraps
from flask import Blueprint, Flask
from flask.views import MethodView, View
from werkzeug.utils import import_string
from werkzeug.middleware.dispatcher import DispatcherMiddleware
app = Flask(__name__, static_folder=None)
if os.environ.get("FEATURE") == "on":
    class Base_1(MethodView):
        def put(self, **values):
            return ""
    class View_1(Base_1):
        def options(self, **values):
            return ""
    app.add_url_rule("/x1/", view_func=View_1.as_view("v1"))
