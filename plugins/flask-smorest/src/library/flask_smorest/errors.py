from flask import abort as flask_abort


def abort(http_status_code, exc=None, **kwargs):
    flask_abort(http_status_code)
