from flask_login import UserMixin


class Member(UserMixin):
    def __init__(self, id, roles=()):
        self.id = id
        self.roles = set(roles)

    def is_admin(self):
        return "admin" in self.roles


MEMBERS = {"root": Member("root", ["admin"])}
TOKENS = {"root-token": "root"}


def find(member_id):
    return MEMBERS.get(member_id)
