class Beacon:
    """An extension: takes the application now or later."""

    def __init__(self, app=None, path="/light"):
        self.path = path
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        app.config.setdefault("BEACON_SUFFIX", "/flash")
        app.extensions["beacon"] = self
        app.add_url_rule(self.path + app.config["BEACON_SUFFIX"], "beacon.flash", self.flash, methods=["GET"])
        self._colours(app)

    def _colours(self, app):
        for colour in ["red", "green"]:
            app.add_url_rule(f"{self.path}/{colour}", f"beacon.{colour}", self._show(colour), methods=["POST"])

    def flash(self):
        return "flash"

    def _show(self, colour):
        def show():
            return colour

        return show
