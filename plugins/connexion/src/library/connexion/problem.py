from muster_flask import make_response


def problem(status, title, detail, type=None, instance=None, headers=None, ext=None):
    return make_response("", status)
