"""View sets: which of their methods answers which HTTP method is said where they become views."""

from muster_drf import extra_actions
from rest_framework import generics, mixins, views


class ViewSetMixin:
    @classmethod
    def as_view(cls, actions=None, **initkwargs):
        cls.name = None
        cls.description = None
        cls.suffix = None
        cls.detail = None
        cls.basename = None

        def view(request, *args, **kwargs):
            self = cls(**initkwargs)
            self.action_map = actions
            for method, name in actions.items():
                setattr(self, method, getattr(self, name))
            if "get" in actions and "head" not in actions:
                self.head = getattr(self, actions["get"])
            self.request = request
            self.args = args
            self.kwargs = kwargs
            return self.dispatch(request, *args, **kwargs)

        view.cls = cls
        view.initkwargs = initkwargs
        view.actions = actions
        view.guarded = True
        view.view_class = cls
        view.view_initkwargs = initkwargs
        view.hidden = initkwargs.get("schema", cls.schema) is None
        view.asked = initkwargs.get("permission_classes", cls.permission_classes)
        view.csrf_exempt = True
        view.login_required = False
        return view

    def initialize_request(self, request, *args, **kwargs):
        made = super().initialize_request(request, *args, **kwargs)
        method = request.method.lower()
        if method == "head" and "head" not in self.action_map:
            method = "get"
        self.action = "metadata" if method == "options" else self.action_map.get(method)
        return made

    def reverse_action(self, url_name, *args, **kwargs):
        return ""

    @classmethod
    def get_extra_actions(cls):
        return extra_actions(cls)

    def get_extra_action_url_map(self):
        return {}


class ViewSet(ViewSetMixin, views.APIView):
    pass


class GenericViewSet(ViewSetMixin, generics.GenericAPIView):
    pass


class ReadOnlyModelViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, GenericViewSet):
    pass


class ModelViewSet(mixins.CreateModelMixin, mixins.RetrieveModelMixin, mixins.UpdateModelMixin, mixins.DestroyModelMixin, mixins.ListModelMixin, GenericViewSet):
    pass
