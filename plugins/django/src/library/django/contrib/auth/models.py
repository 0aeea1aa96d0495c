"""What a request has as its user while nobody is signed in."""

from django.contrib.auth.permission_backends import anonymous_may


class AnonymousUser:
    id = None
    pk = None
    username = ""
    is_staff = False
    is_active = False
    is_superuser = False
    is_anonymous = True
    is_authenticated = False

    def __getattr__(self, name):
        raise AttributeError

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
