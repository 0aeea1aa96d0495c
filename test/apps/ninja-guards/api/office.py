from ninja import Router

router = Router()


@router.get("/")
def overview(request):
    return {}


@router.get("ledger/{uuid:entry}")
def ledger(request, entry):
    return {}


@router.post("/ledger", auth=None)
def open_entry(request):
    return {}
