"""Ninja-extra: controllers are classes whose methods are operations of Django Ninja, behind permissions of their own."""

from ninja_extra import exceptions, permissions, status
from ninja_extra.controllers.base import ControllerBase, ModelConfig, ModelControllerBase, api_controller
from ninja_extra.controllers.route import http_delete, http_generic, http_get, http_patch, http_post, http_put, route
from ninja_extra.main import NinjaExtraAPI
from ninja_extra.router import Router
