from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


def account(pk):
    if pk == 1:
        return User(pk=1, username="root", password="!unusable", is_staff=True, is_superuser=True, is_active=True)
    return None


class MemoryBackend(ModelBackend):
    def get_user(self, user_id):
        return account(int(user_id))
