"""Views that APIFairy describes, and guards by Flask-HTTPAuth."""

from apifairy import arguments, authenticate, body, other_responses, response
from flask import Blueprint
from flask_marshmallow.schema import Schema
from marshmallow import fields

from .httpauth import basic, lenient, tokens

bp = Blueprint("described", __name__)


class Note(Schema):
    text = fields.Str(load_default="")


@bp.get("/open")
@response(Note)
def open_():
    return {"text": "hello"}


@bp.get("/notes")
@authenticate(tokens)
@response(Note)
def notes():
    return {"text": "hello"}


@bp.post("/notes")
@authenticate(tokens)
@body(Note)
@response(Note, status_code=201, description="The note")
@other_responses({403: "Not yours"})
def add_note(note):
    return note


@bp.get("/passwords")
@authenticate(basic, role="admin")
@arguments(Note)
@response(Note)
def passwords(arguments):
    return {"text": ""}


@bp.get("/remembered")
@authenticate(tokens, optional=True)
@response(Note)
def remembered():
    return {"text": ""}


@bp.get("/lenient")
@authenticate(lenient)
@response(Note)
def anybody():
    return {"text": ""}


@bp.post("/above")
@response(Note)
@body(Note)
def described_only(note):
    return note
