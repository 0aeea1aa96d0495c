"""Users in memory, for Flask-Security."""

from flask_security import RoleMixin, UserMixin
from flask_security.datastore import UserDatastore


class Role(RoleMixin):
    name = "admin"
    permissions = ["write"]


class User(UserMixin):
    id = 1
    email = "root@example.com"
    username = "root"
    password = "root"
    active = True
    fs_uniquifier = "root-root-root"
    fs_token_uniquifier = "root-token-root"
    tf_primary_method = None
    us_phone_number = None

    def __init__(self):
        self.roles = [Role()]


ROOT = User()


class MemberStore(UserDatastore):
    def put(self, model):
        return model

    def commit(self):
        pass

    def find_user(self, *args, **kwargs):
        for name in ("fs_uniquifier", "email", "username", "fs_token_uniquifier"):
            if kwargs.get(name) == getattr(ROOT, name):
                return ROOT
        return None
