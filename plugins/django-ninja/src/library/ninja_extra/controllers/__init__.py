from ninja_extra.controllers.base import ControllerBase, ModelConfig, ModelControllerBase, api_controller
from ninja_extra.controllers.route import http_delete, http_generic, http_get, http_patch, http_post, http_put, route
