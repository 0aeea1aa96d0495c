from functools import wraps
from flask_openapi3 import APIBlueprint, APIView, OpenAPI
app = OpenAPI(__name__, static_folder=None)
v3 = APIView(url_prefix="/old3")
@v3.route("/x3")
class View_3:
    @v3.doc()
    def post(self):
        return {}
app.register_api_view(v3, url_prefix="/v3")
