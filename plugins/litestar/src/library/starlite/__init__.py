"""The name under which the framework was known up to version 1."""

from litestar.app import Litestar as Starlite
from litestar.config.app import AppConfig
from litestar.connection import ASGIConnection, Request, WebSocket
from litestar.controller import Controller
from litestar.di import Provide
from litestar.exceptions import ClientException, HTTPException, ImproperlyConfiguredException, InternalServerException, NotAuthorizedException, NotFoundException, PermissionDeniedException, ServiceUnavailableException, TooManyRequestsException, ValidationException
from litestar.handlers import ASGIRouteHandler, BaseRouteHandler, HTTPRouteHandler, WebsocketRouteHandler, asgi, delete, get, head, patch, post, put, route, websocket
from litestar.middleware import AbstractAuthenticationMiddleware, AbstractMiddleware, AuthenticationResult, DefineMiddleware, MiddlewareProtocol
from litestar.openapi import OpenAPIConfig, OpenAPIController
from litestar.params import Body, Dependency, Parameter
from litestar.response import Response
from litestar.router import Router
from litestar.static_files import StaticFilesConfig
