from flask import request
from flask.views import MethodView


class Resource(MethodView):
    representations = None
    method_decorators = []

    def __init__(self, api=None, *args, **kwargs):
        self.api = api

    def dispatch_request(self, *args, **kwargs):
        method = request.method.lower()
        if method == "head":
            meth = getattr(self, "head", None) or self.get
        else:
            meth = getattr(self, method)
        for decorator in self.method_decorators:
            meth = decorator(meth)
        return meth(*args, **kwargs)
