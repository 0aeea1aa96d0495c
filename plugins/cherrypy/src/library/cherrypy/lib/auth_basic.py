"""HTTP Basic: the check of the configuration decides."""

import muster


def checkpassword_dict(user_password_dict):
    def checkpassword(realm, user, password):
        return not muster.stranger("http-basic")

    return checkpassword


def basic_auth(realm=None, checkpassword=None, debug=False, accept_charset=None, **kwargs):
    header = muster.text("header", "authorization")
    if not header:
        muster.refuse(401)
    user, password = header.split(":")
    if not checkpassword(realm, user, password):
        muster.refuse(401)


def old_basic_auth(realm=None, users=None, encrypt=None, debug=False, **kwargs):
    if muster.stranger("http-basic"):
        muster.refuse(401)
