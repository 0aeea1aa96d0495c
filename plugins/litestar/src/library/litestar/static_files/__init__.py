from litestar.handlers.asgi_handlers import asgi
from litestar.handlers.http_handlers import get, head
from litestar.router import Router


def serve_file(file_path):
    return None


def create_static_files_router(path, directories, *, html_mode=False, router_class=Router, include_in_schema=False, before_request=None, exception_handlers=None, guards=None, middleware=None, opt=None, tags=None, **further):
    handlers = [get("{file_path:path}")(serve_file), head("/{file_path:path}")(serve_file)]
    if html_mode:
        handlers.append(get("/")(serve_file))
    return router_class(path, route_handlers=handlers, include_in_schema=include_in_schema, before_request=before_request, exception_handlers=exception_handlers, guards=guards, middleware=middleware, opt=opt, tags=tags)


class StaticFilesConfig:
    def __init__(self, path, directories, html_mode=False, name=None, guards=None, exception_handlers=None, opt=None, **further):
        self.path = path
        self.guards = guards
        self.exception_handlers = exception_handlers
        self.opt = opt

    def to_static_files_app(self):
        return asgi(self.path, is_static=True, guards=self.guards, exception_handlers=self.exception_handlers, opt=self.opt)(serve_file)
