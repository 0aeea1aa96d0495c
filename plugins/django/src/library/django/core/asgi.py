def get_asgi_application():
    return None
