"""The application itself is read off the settings."""


class WSGIHandler:
    """Serves what the settings say."""


def get_wsgi_application():
    return WSGIHandler()
