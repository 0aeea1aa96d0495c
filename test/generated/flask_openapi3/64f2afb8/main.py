from functools import wraps
from flask_openapi3 import APIBlueprint, APIView, OpenAPI
app = OpenAPI(__name__, static_folder=None)
v5 = APIView(url_prefix="/old5")
@v5.route("/x5/")
class View_5:
    @v5.doc()
    def patch(self):
        return {}
app.register_api_view(v5, url_prefix="/v5")
