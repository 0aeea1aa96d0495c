import os
from functools import wraps
from flask import Blueprint, Flask
from flask.views import MethodView, View
from werkzeug.utils import import_string
from werkzeug.middleware.dispatcher import DispatcherMiddleware
app = Flask(__name__, static_folder=None)
if os.environ.get("FEATURE") == "on":
    class Base_2(MethodView):
        path = None
        @classmethod
        def install(cls, target):
            target.add_url_rule(cls.path, view_func=cls.as_view(cls.__name__.lower()))
    class View_2(Base_2):
        path = "/files2/<path:rest2>"
        def patch(self, **values):
            return ""
    View_2.install(app)
