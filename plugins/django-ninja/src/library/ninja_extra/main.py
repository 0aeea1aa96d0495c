from django.conf import settings
from muster import imported
from ninja.constants import NOT_SET
from ninja.main import NinjaAPI
from ninja_extra.natives import import_now
from ninja_extra.controllers.registry import controllers as registered


class NinjaExtraAPI(NinjaAPI):
    def __init__(self, *, title="NinjaExtraAPI", csrf=False, app_name="ninja", **options):
        super().__init__(title=title, **options)
        self._controllers = []

    def register_controllers(self, *controllers):
        for controller in controllers:
            if isinstance(controller, str):
                controller = imported(controller)
            if controller.ninja_controller not in self._controllers:
                self._controllers.append(controller.ninja_controller)

    def auto_discover_controllers(self):
        for app in settings.INSTALLED_APPS:
            if not app.startswith("django."):
                package = app.split(".apps.")[0]
                import_now(package + ".api")
                import_now(package + ".controllers")
        self.register_controllers(*registered)

    def _get_urls(self):
        result = super()._get_urls()
        for controller in self._controllers:
            result.extend(controller.urls_paths(self))
        return result
