"""The people that the yard knows."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User

TOKENS = {"foreman-token": 1}


def account(pk):
    if pk == 1:
        return User(pk=1, username="foreman", password="!unusable", is_staff=True, is_superuser=True, is_active=True)
    return None


def account_of(token):
    return account(TOKENS.get(token))


class MemoryBackend(ModelBackend):
    def get_user(self, user_id):
        return account(int(user_id))
