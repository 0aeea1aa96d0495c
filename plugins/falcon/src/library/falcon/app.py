"""An application: its table of routes, and what a request passes on its way."""

import muster
from falcon.request import Request
from falcon.response import Response, WebSocket
from muster_falcon import sink_template, uri_template

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE")


class App:
    def __init__(self, media_type=None, request_type=None, response_type=None, middleware=None, router=None, **kwargs):
        self._request_type = request_type or Request
        self._response_type = response_type or Response
        self._middleware = []
        self._routes = []
        self._sinks = []
        self._errors = []
        muster.created(self)
        if middleware is not None:
            self.add_middleware(middleware)

    def add_middleware(self, middleware):
        if isinstance(middleware, (list, tuple)):
            self._middleware.extend(middleware)
        else:
            self._middleware.append(middleware)

    def add_route(self, uri_template, resource, suffix=None, **kwargs):
        self._routes.append((uri_template, resource, suffix, muster.here()))

    def add_sink(self, sink, prefix="/", **kwargs):
        self._sinks.append((sink, prefix, muster.here()))

    def add_static_route(self, prefix, directory, **kwargs):
        self._sinks.append((None, prefix, muster.here()))

    def add_error_handler(self, exception, handler=None):
        self._errors.append((exception, handler))

    def set_error_serializer(self, serializer):
        pass

    def muster_routes(self):
        for exception, handler in self._errors:
            self._note_error(exception, handler)
        for template, resource, suffix, at in self._routes:
            self._serve_resource(template, resource, suffix, at)
        for sink, prefix, at in self._sinks:
            path, names = sink_template(prefix)
            if sink is None:
                muster.serve(self, "GET", path, App.add_static_route, self._way(None, None, path, names), at, self._middleware)
            else:
                muster.serve(self, "*", path, sink, self._way(None, sink, path, names), at, self._middleware)

    def _serve_resource(self, template, resource, suffix, at):
        path, names = uri_template(template)
        ending = "_" + suffix if suffix else ""
        served = False
        for method in METHODS:
            name = "on_" + method.lower() + ending
            if muster.has(resource, name):
                served = True
                responder = getattr(resource, name)
                muster.serve(self, method, path, responder, self._way(resource, responder, path, names), at, self._middleware)
        name = "on_websocket" + ending
        if muster.has(resource, name):
            served = True
            responder = getattr(resource, name)
            muster.serve(self, "WEBSOCKET", path, responder, self._socket_way(resource, responder, path, names), at, self._middleware)
        if not served:
            muster.lost(self, "route", "the responders of its resource are not known", at)

    def _way(self, resource, responder, template, names):
        async def way():
            params = {name: muster.text("path", name) for name in names}
            req = self._request_type(template, params)
            resp = self._response_type()
            for one in self._middleware:
                if muster.has(one, "process_request_async"):
                    await one.process_request_async(req, resp)
                elif muster.has(one, "process_request"):
                    await one.process_request(req, resp)
            if resource is not None:
                for one in self._middleware:
                    if muster.has(one, "process_resource_async"):
                        await one.process_resource_async(req, resp, resource, params)
                    elif muster.has(one, "process_resource"):
                        await one.process_resource(req, resp, resource, params)
            resp.ends_request = False
            muster.respond(None)
            if responder is not None:
                muster.leave(responder, req, resp, **params)

        return way

    def _socket_way(self, resource, responder, template, names):
        async def way():
            params = {name: muster.text("path", name) for name in names}
            req = self._request_type(template, params)
            ws = WebSocket()
            for one in self._middleware:
                if muster.has(one, "process_request_ws"):
                    await one.process_request_ws(req, ws)
            for one in self._middleware:
                if muster.has(one, "process_resource_ws"):
                    await one.process_resource_ws(req, ws, resource, params)
            muster.leave(responder, req, ws, **params)

        return way

    def _note_error(self, exception, handler):
        async def answer():
            req = self._request_type("/", {})
            resp = self._response_type()
            if handler is None:
                muster.leave(exception.handle, req, resp, exception(), {})
            else:
                muster.leave(handler, req, resp, exception(), {})

        muster.answers(exception, answer)


class API(App):
    """The name before Falcon 3."""
