from apiflask import APIBlueprint, abort
from flask import request

from shelter.auth import basic_auth, key_auth, token_auth
from shelter.schemas import PetIn, PetOut

pets = APIBlueprint("pets", __name__, url_prefix="/pets", tag="Pets")


@pets.get("")
def list_pets():
    return []


@pets.post("")
@pets.input(PetIn)
@pets.output(PetOut, status_code=201)
@pets.auth_required(token_auth)
def create_pet(json_data):
    return {"id": 1, "name": json_data["name"]}


@pets.get("/<int:pet_id>")
@pets.output(PetOut)
@pets.doc(summary="One pet", security="BearerAuth")
def one_pet(pet_id):
    return {"id": pet_id, "name": "Rex"}


@pets.delete("/<int:pet_id>")
@pets.auth_required(token_auth, roles=["keeper"])
@pets.output({}, status_code=204)
def remove_pet(pet_id):
    return ""


@pets.patch("/<int:pet_id>")
@pets.auth_required(basic_auth)
@pets.input(PetIn(partial=True), arg_name="data")
def rename_pet(pet_id, data):
    return {}


@pets.put("/<int:pet_id>/photo")
@pets.auth_required(key_auth)
def put_photo(pet_id):
    return {}


@pets.get("/favourites")
@pets.auth_required(token_auth, optional=True)
def favourites():
    return {"user": token_auth.current_user}


@pets.get("/mine")
@pets.auth_required(token_auth, optional=True)
def mine():
    if not token_auth.current_user:
        abort(401, "sign in")
    return {"user": token_auth.current_user}


@pets.auth_required(token_auth)
@pets.get("/too-late")
def too_late():
    return {}


@pets.route("/both", methods=["GET", "POST"])
@pets.doc(hide=True)
@pets.auth_required(token_auth)
def both():
    return {}


@pets.get("/checked")
def checked():
    if request.headers.get("X-Shelter-Key") != "machine-key":
        abort(403)
    return {}
