from .blueprint import APIBlueprint as APIBlueprint
from .openapi import OpenAPI as OpenAPI
from .view import APIView as APIView
