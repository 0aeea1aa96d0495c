"""Every way to ask, each alone."""

from ninja import Router
from ninja.security import django_auth, django_auth_superuser

from .keys import CookieKey, FriendlyToken, HarbourKey, LoudToken, MasterToken, OptionalKey, Password, QueryKey, QuietCookieKey, by_key_later, by_session

router = Router()
doors = {
    "bearer": MasterToken(),
    "loud": LoudToken(),
    "header": HarbourKey(),
    "query": QueryKey(),
    "quiet-cookie": QuietCookieKey(),
    "basic": Password(),
    "optional": OptionalKey(),
    "session": django_auth,
    "superuser": django_auth_superuser,
    "function": by_session,
    "either": [HarbourKey(), Password()],
    "nobody": None,
    "anybody": lambda request: True,
    "either-or-anybody": [MasterToken(), lambda request: "somebody"],
}


def knock(request):
    return {"auth": True}


for name, auth in doors.items():
    router.get(f"/{name}", auth=auth)(knock)


@router.get("/later", auth=by_key_later)
async def later(request):
    return {}


@router.get("/friendly", auth=FriendlyToken())
def friendly(request):
    return {}


@router.get("/cookie", auth=CookieKey())
def cookie(request):
    """What it raises is handled by another interface alone: here it is an error of the server."""
    return {}
