class Response:
    status_code = 200

    def __init__(self, content=None, *, status_code=None, **further):
        self.content = content
        self.status_code = status_code or self.status_code
        self.cookies = []
        self.headers = {}

    def set_cookie(self, *args, **further):
        return None

    def delete_cookie(self, *args, **further):
        return None

    def set_header(self, key, value):
        return None

    def set_etag(self, etag):
        return None


class Redirect(Response):
    status_code = 302

    def __init__(self, path, *, status_code=None, **further):
        super().__init__(None, status_code=status_code)
        self.url = path


class Template(Response):
    def __init__(self, template_name=None, *, context=None, status_code=None, **further):
        super().__init__(context, status_code=status_code)


class File(Response):
    def __init__(self, path, *, status_code=None, **further):
        super().__init__(None, status_code=status_code)


class Stream(Response):
    pass


class ServerSentEvent(Stream):
    pass
