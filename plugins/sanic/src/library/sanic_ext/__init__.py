"""Extensions: validation and documents, which ask nobody who they are."""


class Extend:
    def __init__(self, app, *args, **options):
        self.app = app


def validate(json=None, form=None, query=None, body_argument="body", query_argument="query", **options):
    def decorator(function):
        return function

    return decorator
