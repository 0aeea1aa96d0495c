from ninja import Router

router = Router()


@router.get("/{slug:name}")
def get_berth(request, name: str):
    return {}


def add_berth(request, number: int):
    return {"number": number}


for verb in ("POST", "PUT"):
    router.add_api_operation(f"/{verb.lower()}/{{number}}", [verb], add_berth)
