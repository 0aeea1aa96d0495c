"""Flask-Login switched off."""

from flask import Flask
from flask_login import LoginManager, current_user, login_required

from .users import find

demo = Flask(__name__, static_folder=None)
demo.config.from_object("club.settings.WithoutLogin")
manager = LoginManager(demo)
manager.user_loader(find)
demo.config["LOGIN_DISABLED"] = demo.config["LOGIN_DISABLED"] or demo.testing


@demo.get("/private")
@login_required
def private():
    return "anybody"


@demo.get("/checked")
def checked():
    if not current_user.is_authenticated:
        return "no", 401
    return "in"
