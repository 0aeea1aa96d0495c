"""Users, and what a request has as its user while nobody is signed in."""

from django.contrib.auth.natives import missing
from django.contrib.auth.permission_backends import anonymous_may
from django.db import models


class AbstractBaseUser(models.Model):
    @property
    def is_anonymous(self):
        return False

    @property
    def is_authenticated(self):
        return True


class AbstractUser(AbstractBaseUser):
    pass


class User(AbstractUser):
    pass


class EmptyQuerySet:
    """Groups and permissions of somebody who has none."""

    def all(self):
        return EmptyQuerySet()

    def none(self):
        return EmptyQuerySet()

    def filter(self, *args, **kwargs):
        return EmptyQuerySet()

    def exclude(self, *args, **kwargs):
        return EmptyQuerySet()

    def values_list(self, *args, **kwargs):
        return EmptyQuerySet()

    def exists(self):
        return False

    def count(self):
        return 0

    def first(self):
        return None

    def __len__(self):
        return 0

    def __bool__(self):
        return False

    def __iter__(self):
        return iter(())


class EmptyManager(EmptyQuerySet):
    def __bool__(self):
        return True


class AnonymousUser:
    groups = EmptyManager()
    user_permissions = EmptyManager()
    id = None
    pk = None
    username = ""
    is_staff = False
    is_active = False
    is_superuser = False
    is_anonymous = True
    is_authenticated = False

    def __getattr__(self, name):
        """What the project's users have, and nobody does: nothing good comes of asking for it."""
        return missing(name)

    def get_username(self):
        return self.username

    def has_perm(self, perm, obj=None):
        return anonymous_may(self, [perm], obj)

    def has_perms(self, perm_list, obj=None):
        return anonymous_may(self, perm_list, obj)

    def has_module_perms(self, module):
        return anonymous_may(self, [module], None)

    def get_user_permissions(self, obj=None):
        return set()

    def get_group_permissions(self, obj=None):
        return set()

    def get_all_permissions(self, obj=None):
        return set()
