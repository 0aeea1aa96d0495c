from muster_flask import make_response


class ConnexionResponse:
    def __init__(self, status_code=200, mimetype=None, content_type=None, body=None, headers=None, is_streamed=False):
        self.status_code = status_code
        self.body = body
