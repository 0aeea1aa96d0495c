from fastapi import FastAPI

ROUTES = [
    ("/newsletter/subscribe", "POST"),
    ("/newsletter/unsubscribe", "POST"),
    ("/newsletter/archive", "GET"),
]


def answer():
    return {}


def setup(app: FastAPI) -> None:
    for path, method in ROUTES:
        app.add_api_route(path, answer, methods=[method], name=path.rsplit("/", 1)[-1])
