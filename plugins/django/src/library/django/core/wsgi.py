"""The application itself is read off the settings."""


def get_wsgi_application():
    return None
