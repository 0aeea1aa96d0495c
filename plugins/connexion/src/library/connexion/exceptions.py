class ConnexionException(Exception):
    pass


class ResolverError(LookupError):
    pass


class InvalidSpecification(ConnexionException):
    pass


class MissingMiddleware(ConnexionException):
    pass


class ProblemException(ConnexionException):
    def __init__(self, status=400, title=None, detail=None, type=None, instance=None, headers=None, ext=None):
        self.status = status
        self.title = title
        self.detail = detail


class ClientProblem(ProblemException):
    def __init__(self, status=400, title=None, detail=None, **kwargs):
        super().__init__(status, title, detail)


class BadRequestProblem(ClientProblem):
    def __init__(self, detail=None, title=None, **kwargs):
        super().__init__(400, title, detail)


class Unauthorized(ClientProblem):
    def __init__(self, detail=None, title=None, description=None, **kwargs):
        super().__init__(401, title, detail)


class OAuthProblem(Unauthorized):
    pass


class OAuthResponseProblem(OAuthProblem):
    pass


class Forbidden(ClientProblem):
    def __init__(self, detail=None, title=None, description=None, **kwargs):
        super().__init__(403, title, detail)


class OAuthScopeProblem(Forbidden):
    def __init__(self, token_scopes=None, required_scopes=None, **kwargs):
        super().__init__()


class ServerError(ProblemException):
    def __init__(self, detail=None, title=None, **kwargs):
        super().__init__(500, title, detail)


class InternalServerError(ServerError):
    pass
