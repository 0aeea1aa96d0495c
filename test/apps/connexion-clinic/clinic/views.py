from flask import abort, request
from flask.views import MethodView

from clinic.tokens import is_staff


class RoomsView(MethodView):
    def search(self):
        return []

    def get(self):
        return []

    def post(self):
        if not is_staff(request.headers.get("X-Desk")):
            abort(401)
        return {}, 201
