class FalconAuthMiddleware:
    def __init__(self, backend, exempt_routes=None, exempt_methods=None):
        self.backend = backend
        self.exempt_routes = exempt_routes or []
        self.exempt_methods = exempt_methods or ["OPTIONS"]

    def process_resource(self, req, resp, resource, *args, **kwargs):
        settings = getattr(resource, "auth", {})
        if settings.get("auth_disabled"):
            return
        if req.path in self.exempt_routes or req.method in (settings.get("exempt_methods") or self.exempt_methods):
            return
        backend = settings.get("backend") or self.backend
        req.context["user"] = backend.authenticate(req, resp, resource)
