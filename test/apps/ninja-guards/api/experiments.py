from ninja import NinjaAPI

experiments = NinjaAPI(version="experiments", urls_namespace="experiments")


@experiments.get("/never")
def never(request):
    return {}
