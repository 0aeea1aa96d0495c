from django.http import HttpResponse


class Response(HttpResponse):
    def __init__(self, data=None, status=None, template_name=None, headers=None, exception=False, content_type=None):
        self.data = data
        self.status_code = 200 if status is None else status
        self.exception = exception
        self.headers = {} if headers is None else headers

    @property
    def status_text(self):
        return ""
