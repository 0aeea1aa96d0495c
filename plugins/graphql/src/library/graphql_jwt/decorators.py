from functools import wraps

from graphql_jwt.exceptions import PermissionDenied


def user_passes_test(test_func, exc=PermissionDenied):
    def decorator(resolver):
        @wraps(resolver)
        def wrapper(*args, **kwargs):
            # A resolver is given its object and the context; a method of a class its class before them.
            if test_func(args[-1].context.user):
                return resolver(*args, **kwargs)
            raise exc()

        return wrapper

    return decorator


login_required = user_passes_test(lambda user: user.is_authenticated)
staff_member_required = user_passes_test(lambda user: user.is_staff)
superuser_required = user_passes_test(lambda user: user.is_superuser)


def permission_required(perm):
    perms = [perm] if isinstance(perm, str) else perm
    return user_passes_test(lambda user: user.has_perms(perms))
