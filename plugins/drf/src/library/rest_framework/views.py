"""What happens to a request on its way to a handler: who calls, whether they may, and then the handler."""

from django.http import Http404, JsonResponse
from django.core.exceptions import PermissionDenied
from django.views.generic import View
from muster import proxy, reached, unseen
from muster_django import written
from muster_drf import because
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.schemas import DefaultSchema
from rest_framework.settings import api_settings


def get_view_name(view):
    return view.__class__.__name__


def get_view_description(view, html=False):
    return ""


def set_rollback():
    pass


def exception_handler(exc, context):
    """Exceptions of the framework become responses of their status; what else is raised stays an error."""
    if isinstance(exc, Http404):
        return Response({"detail": "Not found."}, status=404)
    if isinstance(exc, PermissionDenied):
        return Response({"detail": "You do not have permission to perform this action."}, status=403)
    if isinstance(exc, exceptions.APIException):
        return Response({"detail": exc.detail}, status=exc.status_code)
    return None


class APIView(View):
    renderer_classes = proxy(lambda: api_settings.DEFAULT_RENDERER_CLASSES)
    parser_classes = proxy(lambda: api_settings.DEFAULT_PARSER_CLASSES)
    authentication_classes = proxy(lambda: api_settings.DEFAULT_AUTHENTICATION_CLASSES)
    throttle_classes = proxy(lambda: api_settings.DEFAULT_THROTTLE_CLASSES)
    permission_classes = proxy(lambda: api_settings.DEFAULT_PERMISSION_CLASSES)
    content_negotiation_class = proxy(lambda: api_settings.DEFAULT_CONTENT_NEGOTIATION_CLASS)
    metadata_class = proxy(lambda: api_settings.DEFAULT_METADATA_CLASS)
    versioning_class = proxy(lambda: api_settings.DEFAULT_VERSIONING_CLASS)
    settings = api_settings
    schema = DefaultSchema()

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)
        view.cls = cls
        view.initkwargs = initkwargs
        view.guarded = True
        view.csrf_exempt = True
        view.hidden = initkwargs.get("schema", cls.schema) is None
        view.asked = initkwargs.get("permission_classes", cls.permission_classes)
        # Django's LoginRequiredMiddleware leaves these views to their own permissions.
        view.login_required = False
        return view

    @property
    def allowed_methods(self):
        return [name.upper() for name in self.http_method_names if hasattr(self, name)]

    @property
    def default_response_headers(self):
        return {}

    def http_method_not_allowed(self, request, *args, **kwargs):
        raise exceptions.MethodNotAllowed(request.method)

    def permission_denied(self, request, message=None, code=None):
        if request.authenticators:
            # Told apart from 403 only for whoever is known: either turns the caller away.
            raise exceptions.NotAuthenticated()
        raise exceptions.PermissionDenied(detail=message, code=code)

    def throttled(self, request, wait):
        raise exceptions.Throttled(wait)

    def get_authenticate_header(self, request):
        for authenticator in self.get_authenticators():
            return authenticator.authenticate_header(request)

    def get_parser_context(self, http_request):
        return {"view": self, "args": self.args, "kwargs": self.kwargs}

    def get_renderer_context(self):
        return {"view": self, "args": self.args, "kwargs": self.kwargs, "request": self.request}

    def get_exception_handler_context(self):
        return {"view": self, "args": self.args, "kwargs": self.kwargs, "request": self.request}

    def get_view_name(self):
        return self.settings.VIEW_NAME_FUNCTION(self)

    def get_view_description(self, html=False):
        return self.settings.VIEW_DESCRIPTION_FUNCTION(self, html)

    def get_format_suffix(self, **kwargs):
        return None

    def get_renderers(self):
        return [renderer() for renderer in self.renderer_classes]

    def get_parsers(self):
        return [parser() for parser in self.parser_classes]

    def get_authenticators(self):
        return [authenticator() for authenticator in self.authentication_classes]

    def get_permissions(self):
        return [permission() for permission in self.permission_classes]

    def get_throttles(self):
        return [throttle() for throttle in self.throttle_classes]

    def get_content_negotiator(self):
        return self.content_negotiation_class()

    def get_exception_handler(self):
        return self.settings.EXCEPTION_HANDLER

    def perform_content_negotiation(self, request, force=False):
        return (None, None)

    def perform_authentication(self, request):
        request.user

    def check_permissions(self, request):
        for permission in self.get_permissions():
            because(self, permission, written("REST_FRAMEWORK", "DEFAULT_PERMISSION_CLASSES"), lambda: self._check_permission(request, permission))

    def _check_permission(self, request, permission):
        if not permission.has_permission(request, self):
            self.permission_denied(request, message=getattr(permission, "message", None), code=getattr(permission, "code", None))

    def check_object_permissions(self, request, obj):
        for permission in self.get_permissions():
            if not permission.has_object_permission(request, self, obj):
                self.permission_denied(request, message=getattr(permission, "message", None), code=getattr(permission, "code", None))

    def check_throttles(self, request):
        for throttle in self.get_throttles():
            if not throttle.allow_request(request, self):
                self.throttled(request, throttle.wait())

    def determine_version(self, request, *args, **kwargs):
        scheme = self.versioning_class
        if scheme is None:
            return (None, None)
        made = scheme()
        return (made.determine_version(request, *args, **kwargs), made)

    def initialize_request(self, request, *args, **kwargs):
        return Request(request, authenticators=self.get_authenticators(), parser_context=self.get_parser_context(request))

    def initial(self, request, *args, **kwargs):
        self.format_kwarg = None
        version, scheme = self.determine_version(request, *args, **kwargs)
        request.version = version
        request.versioning_scheme = scheme
        self.perform_authentication(request)
        self.check_permissions(request)
        self.check_throttles(request)

    def finalize_response(self, request, response, *args, **kwargs):
        return response

    def handle_exception(self, exc):
        response = self.get_exception_handler()(exc, self.get_exception_handler_context())
        if response is None:
            self.raise_uncaught_exception(exc)
        return response

    def raise_uncaught_exception(self, exc):
        raise exc

    def dispatch(self, request, *args, **kwargs):
        """What is raised here is answered with its status: it ends the request just so."""
        self.args = args
        self.kwargs = kwargs
        self.headers = {}
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        unseen(self, "dispatch", request)
        self.initial(request, *args, **kwargs)
        handler = getattr(self, request.method.lower(), self.http_method_not_allowed)
        reached()
        if type(self).finalize_response is APIView.finalize_response:
            return handler(request, *args, **kwargs)
        response = handler(request, *args, **kwargs)
        return self.finalize_response(request, response, *args, **kwargs)

    def options(self, request, *args, **kwargs):
        return Response({}, status=status.HTTP_200_OK)
