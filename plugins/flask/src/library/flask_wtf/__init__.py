from wtforms import Form


class FlaskForm(Form):
    """Whether a form is valid the caller chooses, who fills it in."""


Form = FlaskForm


class CSRFProtect:
    """Turns away what another page sent in the caller's name, and says nothing about who calls."""

    def __init__(self, app=None):
        self.app = app

    def init_app(self, app):
        return None

    def exempt(self, view):
        return view

    def protect(self):
        return None
