"""An interface that asks nobody, with routes that ask."""

from ninja import Router

from .keys import MasterToken

router = Router()


@router.get("/same")
def first_same(request):
    return 1


@router.post("/same", auth=MasterToken())
def other_same(request):
    return 2


@router.get("/hidden", include_in_schema=False)
def hidden(request):
    return 3


@router.get("/later")
async def later(request):
    return 4


class Checks:
    """Routes that several things have in common."""

    def __init__(self, prefix, auth):
        self.prefix, self.auth = prefix, auth

    def register(self, router):
        @router.get(f"{self.prefix}/all", auth=self.auth)
        def every(request):
            return []

        @router.delete(self.prefix + "/{int:number}")
        def remove(request, number: int):
            return None


for checks in [Checks("/safety", MasterToken()), Checks("/customs", None)]:
    checks.register(router)
