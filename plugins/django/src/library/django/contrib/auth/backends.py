class BaseBackend:
    def authenticate(self, request, **kwargs):
        return None

    def get_user(self, user_id):
        return None

    def has_perm(self, user_obj, perm, obj=None):
        return False


class ModelBackend(BaseBackend):
    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_active:
            return False
        return user_obj.has_perm(perm, obj)

    def user_can_authenticate(self, user):
        return True


class AllowAllUsersModelBackend(ModelBackend):
    pass


class RemoteUserBackend(ModelBackend):
    create_unknown_user = True
