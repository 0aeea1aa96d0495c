"""Stands for a library over the smallest of frameworks: what tests of library modules import."""

from mini import App


class Views:
    prefix = "/views"

    def register(self, app: App) -> None:
        app.add(self.get_path(), self.handle)

    def get_path(self):
        return self.prefix

    def handle(self, request):
        self.check(request)
        return request.fetch(self.prefix)

    def check(self, request):
        pass


def prefixed(path):
    return "/lib" + path
