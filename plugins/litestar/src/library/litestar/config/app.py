class AppConfig:
    """What hooks and plugins change before the application is made of it."""

    def __init__(self, **values):
        self.route_handlers = []
        self.guards = []
        self.middleware = []
        self.dependencies = {}
        self.exception_handlers = {}
        self.opt = {}
        self.plugins = []
        self.tags = []
        self.before_request = None
        self.openapi_config = None
        self.static_files_config = []
        self.path = ""
        self.include_in_schema = None
        self.debug = False
        self.state = None
        self.security = []
        self.signature_namespace = {}
        self.signature_types = []
        self.listeners = []
        self.lifespan = []
        self.on_startup = []
        self.on_shutdown = []
        self.after_exception = []
        self.before_send = []
        self.response_headers = []
        self.response_cookies = []
        self.type_encoders = {}
        self.type_decoders = []
        self.cors_config = None
        self.csrf_config = None
        self.allowed_hosts = None
        self.compression_config = None
        self.template_config = None
        self.logging_config = None
        self.stores = None
        for name, value in values.items():
            setattr(self, name, value)
