from functools import update_wrapper

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect


class AdminSite:
    site_title = "Django site admin"
    site_header = "Django administration"
    index_title = "Site administration"
    site_url = "/"
    login_form = None
    index_template = None
    app_index_template = None
    login_template = None
    final_catch_all_view = True

    def __init__(self, name="admin"):
        self.name = name

    def register(self, model_or_iterable, admin_class=None, **options):
        return None

    def unregister(self, model_or_iterable):
        return None

    def add_action(self, action, name=None):
        return None

    def disable_action(self, name):
        return None

    def has_permission(self, request):
        return request.user.is_active and request.user.is_staff

    def admin_view(self, view, cacheable=False):
        def inner(request, *args, **kwargs):
            if not self.has_permission(request):
                return HttpResponseRedirect(settings.LOGIN_URL)
            return view(request, *args, **kwargs)

        return update_wrapper(inner, view)

    def get_urls(self):
        return []

    @property
    def urls(self):
        return (self, "admin", self.name)

    def each_context(self, request):
        return {}

    def index(self, request, extra_context=None):
        return HttpResponse()

    def app_index(self, request, app_label, extra_context=None):
        return HttpResponse()

    def login(self, request, extra_context=None):
        return HttpResponse()

    def logout(self, request, extra_context=None):
        return HttpResponse()

    def catch_all_view(self, request, url):
        return HttpResponse()

    def collapsed_urls(self, request, **kwargs):
        """Stands for every page of the administration, all of which `admin_view` guards."""
        if not self.has_permission(request):
            return HttpResponseRedirect(settings.LOGIN_URL)
        return HttpResponse()


site = AdminSite()
