"""Django REST Framework, as far as routes, guards and what handlers do depend on it: what its documentation says."""

VERSION = "3.16.0"
HTTP_HEADER_ENCODING = "iso-8859-1"
ISO_8601 = "iso-8601"
