class BadHeaderError(ValueError):
    pass


class Http404(Exception):
    status_code = 404


class HttpResponseBase:
    status_code = 200

    def __init__(self, content_type=None, status=None, reason=None, charset=None, headers=None):
        self.headers = {}
        if status is not None:
            self.status_code = status

    def __getitem__(self, name):
        return self.headers.get(name)

    def __setitem__(self, name, value):
        return None

    def set_cookie(self, *args, **kwargs):
        return None

    def set_signed_cookie(self, *args, **kwargs):
        return None

    def delete_cookie(self, *args, **kwargs):
        return None

    def setdefault(self, name, value):
        return None

    def has_header(self, name):
        return name in self.headers


class HttpResponse(HttpResponseBase):
    def __init__(self, content=b"", content_type=None, status=None, reason=None, charset=None, headers=None):
        super().__init__(content_type, status)
        self.content = content

    def write(self, content):
        return None


class StreamingHttpResponse(HttpResponseBase):
    def __init__(self, streaming_content=(), content_type=None, status=None, reason=None, charset=None, headers=None):
        super().__init__(content_type, status)


class FileResponse(StreamingHttpResponse):
    def __init__(self, *args, as_attachment=False, filename="", content_type=None, status=None, **kwargs):
        super().__init__((), content_type, status)


class HttpResponseRedirectBase(HttpResponse):
    def __init__(self, redirect_to, preserve_request=False, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.url = redirect_to


class HttpResponseRedirect(HttpResponseRedirectBase):
    status_code = 302


class HttpResponsePermanentRedirect(HttpResponseRedirectBase):
    status_code = 301


class HttpResponseNotModified(HttpResponse):
    status_code = 304


class HttpResponseBadRequest(HttpResponse):
    status_code = 400


class HttpResponseForbidden(HttpResponse):
    status_code = 403


class HttpResponseNotFound(HttpResponse):
    status_code = 404


class HttpResponseNotAllowed(HttpResponse):
    status_code = 405

    def __init__(self, permitted_methods, *args, **kwargs):
        super().__init__(*args, **kwargs)


class HttpResponseGone(HttpResponse):
    status_code = 410


class HttpResponseServerError(HttpResponse):
    status_code = 500


class JsonResponse(HttpResponse):
    def __init__(self, data, encoder=None, safe=True, json_dumps_params=None, content_type=None, status=None, **kwargs):
        super().__init__(data, content_type, status)
