"""An application class of the house."""

from flask import Blueprint, Flask, abort, request

from ..users import by_token


class Workshop(Flask):
    open_endpoints = ("public",)

    def preprocess_request(self):
        if request.endpoint not in self.open_endpoints and by_token(request.headers.get("X-Token")) is None:
            abort(401)
        return super().preprocess_request()

    def page(self, path, **options):
        return self.route("/pages" + path, **options)


class Section(Blueprint):
    def __init__(self, name):
        super().__init__(name, __name__, url_prefix=f"/section-{name}")
        self.add_url_rule("/about", "about", lambda: name)


subclassed = Workshop(__name__, static_folder=None)
section = Section("one")


@subclassed.page("/public")
def public():
    return "anybody"


@subclassed.page("/private", methods=["PUT"])
def private():
    return "in"


@section.route("/item")
def item():
    return "in"


subclassed.register_blueprint(section)
