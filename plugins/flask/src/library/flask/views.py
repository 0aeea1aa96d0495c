from muster_flask import decorate, request


http_method_funcs = frozenset(["get", "post", "head", "options", "delete", "put", "trace", "patch"])


class View:
    methods = None
    provide_automatic_options = None
    decorators = []
    init_every_request = True

    def dispatch_request(self):
        raise NotImplementedError()

    @classmethod
    def as_view(cls, name, *class_args, **class_kwargs):
        def view(**kwargs):
            self = cls(*class_args, **class_kwargs)
            return self.dispatch_request(**kwargs)

        for decorator in cls.decorators or ():
            view = decorate(decorator, view)
        view.view_class = cls
        view.__name__ = name
        view.methods = cls.methods
        view.provide_automatic_options = cls.provide_automatic_options
        return view


class MethodView(View):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "methods" not in cls.__dict__:
            methods = set()
            for base in cls.__bases__:
                if getattr(base, "methods", None):
                    methods.update(base.methods)
            for key in ("get", "post", "head", "options", "delete", "put", "trace", "patch"):
                if hasattr(cls, key):
                    methods.add(key.upper())
            if len(methods) > 0:
                cls.methods = methods

    def dispatch_request(self, **kwargs):
        if request.method == "HEAD":
            meth = getattr(self, "head", None) or self.get
        else:
            meth = getattr(self, request.method.lower())
        return meth(**kwargs)


class MethodViewType(type):
    pass
