"""Who is not signed in has the permissions that a backend grants; Django's own grants none."""

from django.conf import settings
from django.contrib.auth.natives import undecided
from muster import imported

# Backends that ask the project, which may let anybody in; the latter only where an object is given.
RULES = ("rules.permissions.ObjectPermissionBackend",)
OBJECTS = ("guardian.backends.ObjectPermissionBackend",)
# Backends that sign people in, and leave permissions to Django's own.
SIGN_IN = (
    "allauth.account.auth_backends.AuthenticationBackend",
    "axes.backends.AxesBackend",
    "axes.backends.AxesStandaloneBackend",
    "django_auth_ldap.backend.LDAPBackend",
    "mozilla_django_oidc.auth.OIDCAuthenticationBackend",
)


def anonymous_may(user, perms, obj):
    for dotted in settings.AUTHENTICATION_BACKENDS:
        if dotted in RULES or (dotted in OBJECTS and obj is not None):
            return undecided()
        if dotted in OBJECTS or dotted in SIGN_IN:
            continue
        backend = imported(dotted)
        if isinstance(backend, type) and hasattr(backend, "has_perm"):
            for perm in perms:
                if backend().has_perm(user, perm, obj):
                    return True
    return False
