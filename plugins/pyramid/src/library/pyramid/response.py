"""Responses that views make themselves."""

from muster import code


class Response:
    def __init__(self, body=None, status=200, headerlist=None, app_iter=None, content_type=None, conditional_response=None, charset=None, status_code=None, status_int=None, json_body=None, **kw):
        self.status_code = code(status_code or status_int or status)

    def set_cookie(self, *args, **kwargs):
        pass

    delete_cookie = set_cookie
