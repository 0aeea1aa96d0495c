from ninja_extra import ControllerBase, api_controller, http_get, http_put

from yard.keys import ForemanToken, HasToken


class Reading(ControllerBase):
    @http_get("")
    def every(self):
        return []

    @http_get("/one")
    def one(self):
        return {}


@api_controller("/sites/{int:site_id}/plots", auth=ForemanToken())
class SiteController(Reading):
    @http_get("/one", auth=None)
    def one(self, site_id: int):
        return {}

    @http_put("/{slug:plot}", permissions=[HasToken])
    def change(self, site_id: int, plot: str):
        return {}


@api_controller("/plain")
class PlainController(Reading):
    pass
