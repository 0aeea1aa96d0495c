class IntrospectTokenValidator:
    TOKEN_TYPE = "bearer"

    def __init__(self, realm=None, **extra_attributes):
        self.realm = realm
