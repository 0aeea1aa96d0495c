"""HTTP Digest: verified against what `get_ha1` knows."""

import muster


def _known(realm, user):
    return muster.unknown("a hash of name and password")


def get_ha1_dict_plain(user_password_dict):
    return _known


def get_ha1_dict(user_ha1_dict):
    return _known


def get_ha1_file_htdigest(filename):
    return _known


def digest_auth(realm=None, get_ha1=None, key=None, debug=False, accept_charset=None, **kwargs):
    if muster.stranger("http-digest"):
        muster.refuse(401)
