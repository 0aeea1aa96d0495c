from enum import Enum


class ScopeType(str, Enum):
    HTTP = "http"
    WEBSOCKET = "websocket"
    ASGI = "asgi"


class HttpMethod(str, Enum):
    GET = "GET"
    POST = "POST"
    DELETE = "DELETE"
    PATCH = "PATCH"
    PUT = "PUT"
    HEAD = "HEAD"
    OPTIONS = "OPTIONS"
    TRACE = "TRACE"
