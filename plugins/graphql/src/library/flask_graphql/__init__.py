from flask import request
from flask.views import View
from muster_graphql import executed


class GraphQLView(View):
    methods = ["GET", "POST", "PUT", "DELETE"]
    schema = None

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)

    def get_context(self):
        return None

    def get_root_value(self):
        return None

    def dispatch_request(self):
        return executed(self.schema, self.get_context() or request)
