from flask_login import LoginManager, UserMixin

login_manager = LoginManager()
login_manager.login_view = "login"


class Keeper(UserMixin):
    def __init__(self, name):
        self.id = name
        self.is_admin = name == "root"


@login_manager.user_loader
def load_user(name):
    return Keeper(name) if name in ("root", "clerk") else None
