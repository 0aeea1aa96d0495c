"""The server's names in one place."""

from aiohttp._native import AppKey, BaseRequest, Request, StaticResource, WebSocketResponse
from aiohttp.web_app import Application
from aiohttp.web_exceptions import *
from aiohttp.web_middlewares import middleware, normalize_path_middleware
from aiohttp.web_response import FileResponse, Response, StreamResponse, json_response
from aiohttp.web_routedef import AbstractRouteDef, RouteDef, RouteTableDef, StaticDef, delete, get, head, options, patch, post, put, route, static, view
from aiohttp.web_urldispatcher import Resource, ResourceRoute, UrlDispatcher, View
