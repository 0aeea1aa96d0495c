class Controller:
    """Its handlers are attributes of the class; everything else of it is a layer around them."""

    path = None
    before_request = None
    dependencies = None
    exception_handlers = None
    guards = None
    include_in_schema = None
    middleware = None
    opt = None
    tags = None
