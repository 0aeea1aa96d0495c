class AuthBase:
    def __init__(self):
        pass

    def __call__(self, request):
        return None
