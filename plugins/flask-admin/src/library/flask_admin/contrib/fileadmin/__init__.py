from flask import redirect, send_file

from ...base import BaseView, expose


class BaseFileAdmin(BaseView):
    can_upload = True
    can_download = True
    can_delete = True

    def __init__(self, base_url=None, name=None, category=None, endpoint=None, url=None, verify_path=True, storage=None, **kwargs):
        self.base_url = base_url
        self.storage = storage
        super().__init__(name, category, endpoint, url)

    @expose("/old_index")
    @expose("/old_b/<path:path>")
    def index(self, path=None):
        return redirect("/")

    @expose("/")
    @expose("/b/<path:path>")
    def index_view(self, path=None):
        return ""

    @expose("/upload/", methods=("GET", "POST"))
    @expose("/upload/<path:path>", methods=("GET", "POST"))
    def upload(self, path=None):
        return ""

    @expose("/download/<path:path>")
    def download(self, path=None):
        return ""

    @expose("/mkdir/", methods=("GET", "POST"))
    @expose("/mkdir/<path:path>", methods=("GET", "POST"))
    def mkdir(self, path=None):
        return ""

    @expose("/delete/", methods=("POST",))
    def delete(self):
        return redirect("/")

    @expose("/rename/", methods=("GET", "POST"))
    def rename(self):
        return ""

    @expose("/edit/", methods=("GET", "POST"))
    def edit(self):
        return ""

    @expose("/action/", methods=("POST",))
    def action_view(self):
        return redirect("/")


class FileAdmin(BaseFileAdmin):
    def __init__(self, base_path, *args, **kwargs):
        self.base_path = base_path
        super().__init__(*args, **kwargs)
