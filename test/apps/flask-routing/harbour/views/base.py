from flask.views import MethodView


class Resource(MethodView):
    """A base of the house: gives every view its routes."""

    path = None
    key = "int:id"

    @classmethod
    def install(cls, app):
        view = cls.as_view(cls.__name__.lower())
        app.add_url_rule(cls.path, defaults={"id": None}, view_func=view, methods=["GET"])
        app.add_url_rule(cls.path, view_func=view, methods=["POST"])
        app.add_url_rule(f"{cls.path}/<{cls.key}>", view_func=view, methods=["GET", "PUT", "DELETE"])

    def get(self, id):
        return {"id": id}

    def post(self):
        return {}

    def put(self, id):
        return {}

    def delete(self, id):
        return ""
