"""What stands around the function of an operation."""

from functools import wraps

from muster import given
from muster_connexion import argument_names
from muster_flask import request

from .context import context
from .security import requirements_of, verify


def view_of(function, operation, schemes, security_map):
    accepted = argument_names(function)
    requirements = requirements_of(operation, schemes, security_map)

    @wraps(function)
    def view(**kwargs):
        arguments = {}
        for name in kwargs:
            if accepted["all"] or name in accepted["names"]:
                arguments[name] = kwargs[name]
        if "body" in accepted["names"]:
            arguments["body"] = given("body")
        if requirements:
            info = verify(requirements, request)
            user = info.get("sub", info.get("uid"))
            context["user"] = user
            context["token_info"] = info
            if "user" in accepted["names"]:
                arguments["user"] = user
            if "token_info" in accepted["names"]:
                arguments["token_info"] = info
        return function(**arguments)

    return view
