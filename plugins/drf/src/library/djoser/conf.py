from muster import imported
from rest_framework.settings import of_project

OPEN = ["rest_framework.permissions.AllowAny"]
OWN = ["djoser.permissions.CurrentUserOrAdmin"]
PERMISSIONS = {
    "activation": OPEN,
    "password_reset": OPEN,
    "password_reset_confirm": OPEN,
    "set_password": OWN,
    "username_reset": OPEN,
    "username_reset_confirm": OPEN,
    "set_username": OWN,
    "user_create": OPEN,
    "user_delete": OWN,
    "user": OWN,
    "user_list": OWN,
    "token_create": OPEN,
    "token_destroy": ["rest_framework.permissions.IsAuthenticated"],
}

settings = of_project("DJOSER", {"PERMISSIONS": {}, "USER_ID_FIELD": "id"}, [])


def permissions_for(name):
    """Those of the project where it names them, else Djoser's own."""
    return [imported(one) if isinstance(one, str) else one for one in {**PERMISSIONS, **settings.PERMISSIONS}[name]]
