"""Who keeps the light."""
from sanic import Blueprint
from sanic.response import empty
from sanic.views import HTTPMethodView

from ..auth import protected

people = Blueprint("people", url_prefix="/people")


class People(HTTPMethodView):
    async def get(self, request):
        return empty()

    @staticmethod
    @protected
    async def post(request):
        return empty()


people.add_route(People.as_view(), "/")
