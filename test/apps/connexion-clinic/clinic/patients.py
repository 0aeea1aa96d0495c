"""Handlers, found by the names in `specs/patients.yml`."""

import functools

from connexion.exceptions import OAuthProblem
from flask import request

from clinic.tokens import bearer, is_staff


def list_all():
    return []


def list_open():
    return []


def one(patient_id):
    return {"id": patient_id}


class Patients:
    @staticmethod
    def remove(patient_id):
        return "", 204


def optional(user=None):
    return {"user": user}


def optional_that_refuses(user=None):
    if not user:
        return {"detail": "sign in"}, 401
    return {"user": user}


def either():
    return {}


def either_open():
    return {}


def both():
    return {}


def both_open_and_closed():
    return {}


def raising(token_info):
    return token_info


def lenient():
    return {}


def lenient_but_checked():
    claims = bearer(request.headers.get("Authorization", "").removeprefix("Bearer "))
    if not claims:
        return {"detail": "sign in"}, 401
    return claims


def unchecked(user):
    return {"user": user}


def for_staff(function):
    @functools.wraps(function)
    def checked(*args, **kwargs):
        if not is_staff(request.headers.get("X-Desk")):
            raise OAuthProblem("staff only")
        return function(*args, **kwargs)

    return checked


@for_staff
def decorated():
    return {}


def inline():
    if not is_staff(request.headers.get("X-Desk")):
        return {"detail": "staff only"}, 403
    return {}
