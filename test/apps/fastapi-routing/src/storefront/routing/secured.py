from typing import Any

from fastapi import APIRouter, Depends

from storefront.security import require_partner, require_staff


class SecuredRouter(APIRouter):
    """Every route of it is for staff."""

    guard = staticmethod(require_staff)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        dependencies = list(kwargs.pop("dependencies", None) or [])
        dependencies.append(Depends(self.guard))
        super().__init__(*args, dependencies=dependencies, **kwargs)


class PartnerRouter(SecuredRouter):
    guard = staticmethod(require_partner)

    def __init__(self, name: str, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", f"/partners/{name}")
        super().__init__(tags=[name], **kwargs)
