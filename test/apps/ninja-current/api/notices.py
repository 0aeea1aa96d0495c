from ninja import Router

router = Router()
old = Router()


@router.get("/")
def read(request):
    return []


@old.get("/")
def read_old(request):
    return []
