"""Asked by their own keys, whatever the interface asks for."""

from ninja import Router
from ninja.security import django_auth

from .keys import Password

router = Router(auth=Password())


@router.get("/")
def read(request):
    return []


@router.post("/", auth=django_auth)
def write(request):
    return {}
