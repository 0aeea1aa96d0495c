import os.path

API_ROOT = "/api"
V1 = f"{API_ROOT}/v1"
V2 = "/".join([API_ROOT, "v2"])
HEALTH = "healthz"
REPORTS = os.path.join("/", "reports")


class Paths:
    """Paths that more than one module names."""

    BASE = "/catalogue"
    SEARCH = BASE + "/search"
    SUGGEST = "{}/suggest".format(BASE)
    FACETS = "%s/facets" % BASE


VERBS_BY_NAME = {"read": "get", "replace": "put"}
PUBLIC_METHODS = ("GET", "HEAD")
