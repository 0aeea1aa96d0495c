"""What a request says about the version it wants: the caller's choice in each of the schemes."""

from muster import unknown
from rest_framework.settings import api_settings


class BaseVersioning:
    @property
    def default_version(self):
        return api_settings.DEFAULT_VERSION

    @property
    def allowed_versions(self):
        return api_settings.ALLOWED_VERSIONS

    @property
    def version_param(self):
        return api_settings.VERSION_PARAM

    def determine_version(self, request, *args, **kwargs):
        return unknown("the version that is asked for")

    def is_allowed_version(self, version):
        return True

    def reverse(self, viewname, args=None, kwargs=None, request=None, format=None, **extra):
        return unknown("a URL")


class AcceptHeaderVersioning(BaseVersioning):
    pass


class URLPathVersioning(BaseVersioning):
    pass


class NamespaceVersioning(BaseVersioning):
    pass


class HostNameVersioning(BaseVersioning):
    pass


class QueryParameterVersioning(BaseVersioning):
    pass
