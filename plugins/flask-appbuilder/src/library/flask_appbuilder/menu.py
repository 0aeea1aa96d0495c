from .api import BaseApi, expose
from .security.decorators import permission_name, protect


class MenuApi(BaseApi):
    resource_name = "menu"

    @expose("/", methods=["GET"])
    @protect(allow_browser_login=True)
    @permission_name("get")
    def get_menu_data(self):
        return self.response(200)
