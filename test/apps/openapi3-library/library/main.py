"""A library: what flask-openapi3's security says is documentation; who guards is a decorator."""

from flask import abort
from flask_openapi3 import APIBlueprint, APIView, Info, OpenAPI, Tag
from pydantic import BaseModel, Field

from library.auth import at_the_desk, auth

security_schemes = {"jwt": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
app = OpenAPI(__name__, info=Info(title="library", version="1.0"), security_schemes=security_schemes, static_folder=None)
books = Tag(name="books")


class BookPath(BaseModel):
    book_id: int


class BookBody(BaseModel):
    title: str = "untitled"


class DeskHeader(BaseModel):
    x_desk: str = Field("", alias="x-desk")


@app.get("/books", tags=[books], security=[{"jwt": []}])
def all_books():
    """Documented as secured, and open."""
    return []


@app.post("/books", tags=[books], responses={201: BookBody})
@auth.login_required
def add_book(body: BookBody):
    return {"title": body.title}, 201


@app.get("/books/<int:book_id>")
def one_book(path: BookPath):
    return {"id": path.book_id}


@at_the_desk
@app.delete("/books/<int:book_id>")
def remove_book(path: BookPath):
    """The guard stands above the route, and never runs."""
    return "", 204


@app.put("/books/<int:book_id>", doc_ui=False)
@at_the_desk
def change_book(path: BookPath, body: BookBody):
    return {}


@app.get("/desk")
def desk(header: DeskHeader):
    if header.x_desk != "front":
        abort(401)
    return {}


@app.get("/shelves/guarded")
@at_the_desk
@app.get("/shelves/open")
def shelves():
    """The view is made once: the guard of the second path is lost."""
    return []


@app.route("/plain")
@auth.login_required
def plain():
    return "plain"


api = APIBlueprint("api", __name__, url_prefix="/api", abp_security=[{"jwt": []}])
inner = APIBlueprint("inner", __name__, url_prefix="/inner")
staff = APIBlueprint("staff", __name__, url_prefix="/staff", doc_ui=False)


@api.get("/loans")
def loans():
    return []


@api.patch("/loans/<int:book_id>")
@auth.login_required
def extend(path: BookPath):
    return {}


@inner.get("/deep")
def deep():
    return {}


@staff.before_request
@at_the_desk
def staff_only():
    return None


@staff.get("/rota")
def rota():
    return []


api.register_api(inner)
app.register_api(api)
app.register_api(staff)

view = APIView(url_prefix="/views", view_tags=[books])


@view.route("/card")
class Card:
    @view.doc(summary="a card")
    def get(self):
        return {}

    @view.doc(security=[{"jwt": []}])
    @auth.login_required
    def post(self, body: BookBody):
        return {}


@view.route("/card/<int:book_id>")
class CardOf:
    def __init__(self, view_kwargs=None):
        self.kwargs = view_kwargs

    @view.doc(deprecated=True)
    def delete(self, path: BookPath):
        return "", 204


app.register_api_view(view)
