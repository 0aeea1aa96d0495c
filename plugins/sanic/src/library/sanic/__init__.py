"""What of Sanic decides which routes an application has, and how requests reach them."""

from sanic._native import Request, Websocket
from sanic.app import Sanic
from sanic.blueprints import Blueprint, BlueprintGroup
from sanic.exceptions import BadRequest, Forbidden, NotFound, SanicException, Unauthorized
from sanic.response import HTTPResponse, empty, file, html, json, raw, redirect, text
