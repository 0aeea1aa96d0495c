class ASGIHandler:
    """Serves what the settings say."""


def get_asgi_application():
    return ASGIHandler()
