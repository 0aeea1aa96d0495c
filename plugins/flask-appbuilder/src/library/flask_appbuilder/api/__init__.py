from functools import wraps

from flask import make_response
from muster import given

from ..baseviews import AbstractViewApi, expose
from ..security.decorators import permission_name, protect


def safe(f):
    """Errors become answers; who is turned away stays so."""

    @wraps(f)
    def wrapped(self, *args, **kwargs):
        return f(self, *args, **kwargs)

    return wrapped


def rison(schema=None):
    def _rison(f):
        @wraps(f)
        def wrapped(self, *args, **kwargs):
            kwargs["rison"] = given("query")
            return f(self, *args, **kwargs)

        return wrapped

    return _rison


def merge_response_func(func, key):
    def wrap(f):
        return f

    return wrap


class BaseApi(AbstractViewApi):
    version = "v1"
    resource_name = None
    allow_browser_login = False
    csrf_exempt = True
    openapi_spec_tag = None
    openapi_spec_component_schemas = ()
    apispec_parameter_schemas = None

    def _default_route_base(self):
        self.resource_name = self.resource_name or self.__class__.__name__.lower()
        return f"/api/{self.version}/{self.resource_name.lower()}"

    @staticmethod
    def response(code, **kwargs):
        return make_response(kwargs, code)

    def response_400(self, message=None):
        return self.response(400)

    def response_401(self):
        return self.response(401)

    def response_403(self):
        return self.response(403)

    def response_404(self):
        return self.response(404)

    def response_422(self, message=None):
        return self.response(422)

    def response_500(self, message=None):
        return self.response(500)


class BaseModelApi(BaseApi):
    datamodel = None


class ModelRestApi(BaseModelApi):
    def pre_add(self, item):
        return None

    def post_add(self, item):
        return None

    def pre_update(self, item):
        return None

    def post_update(self, item):
        return None

    def pre_delete(self, item):
        return None

    def post_delete(self, item):
        return None

    def info_headless(self, **kwargs):
        return self.response(200)

    @expose("/_info", methods=["GET"])
    @protect()
    @safe
    def info(self, **kwargs):
        return self.info_headless(**kwargs)

    def get_headless(self, pk, **kwargs):
        return self.response(200)

    @expose("/<int:pk>", methods=["GET"])
    @protect()
    @safe
    def get(self, pk, **kwargs):
        return self.get_headless(pk, **kwargs)

    def get_list_headless(self, **kwargs):
        return self.response(200)

    @expose("/", methods=["GET"])
    @protect()
    @safe
    def get_list(self, **kwargs):
        return self.get_list_headless(**kwargs)

    def post_headless(self):
        item = given("body")
        self.pre_add(item)
        self.datamodel.add(item)
        self.post_add(item)
        return self.response(201)

    @expose("/", methods=["POST"])
    @protect()
    @safe
    def post(self):
        return self.post_headless()

    def put_headless(self, pk):
        item = self.datamodel.get(pk)
        self.pre_update(item)
        self.datamodel.edit(item)
        self.post_update(item)
        return self.response(200)

    @expose("/<pk>", methods=["PUT"])
    @protect()
    @safe
    def put(self, pk):
        return self.put_headless(pk)

    def delete_headless(self, pk):
        item = self.datamodel.get(pk)
        self.pre_delete(item)
        self.datamodel.delete(item)
        self.post_delete(item)
        return self.response(200)

    @expose("/<pk>", methods=["DELETE"])
    @protect()
    @safe
    def delete(self, pk):
        return self.delete_headless(pk)
