class HTTPError(Exception):
    status_code = 500
    message = None
    detail = {}
    headers = {}
    extra_data = {}

    def __init__(self, status_code=None, message=None, detail=None, headers=None, extra_data=None):
        super().__init__()
        if status_code is not None:
            self.status_code = status_code
        if message is not None:
            self.message = message
        self.detail = detail or {}
        self.headers = headers or {}
        self.extra_data = extra_data or {}


class _ValidationError(HTTPError):
    status_code = 422


def abort(status_code, message=None, detail=None, headers=None, extra_data=None):
    raise HTTPError(status_code, message, detail, headers, extra_data)
