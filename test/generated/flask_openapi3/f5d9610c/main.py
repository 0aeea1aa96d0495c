from functools import wraps
from flask_openapi3 import APIBlueprint, APIView, OpenAPI
app = OpenAPI(__name__, static_folder=None)
v8 = APIView(url_prefix="/old8")
@v8.route("/x8/<item8>")
class View_8:
    @v8.doc()
    def delete(self):
        return {}
app.register_api_view(v8, url_prefix="/v8")
