class DjangoPermissionExtension:
    def __init__(self, *args, **options):
        pass

    def permits(self, info):
        return self.resolve_for_user(info.context.request.user)

    def resolve_for_user(self, user):
        return user.is_authenticated


class IsAuthenticated(DjangoPermissionExtension):
    pass


class IsStaff(DjangoPermissionExtension):
    def resolve_for_user(self, user):
        return user.is_authenticated and user.is_staff


class IsSuperuser(DjangoPermissionExtension):
    def resolve_for_user(self, user):
        return user.is_authenticated and user.is_superuser


class HasPerm(DjangoPermissionExtension):
    def __init__(self, perms=(), **options):
        self.perms = [perms] if isinstance(perms, str) else perms

    def resolve_for_user(self, user):
        return user.has_perms(self.perms)


class HasSourcePerm(HasPerm):
    pass


class HasRetvalPerm(HasPerm):
    pass
