class JWTExtendedException(Exception):
    status_code = 401


class JWTDecodeError(JWTExtendedException):
    status_code = 422


class InvalidHeaderError(JWTExtendedException):
    status_code = 422


class InvalidQueryParamException(JWTExtendedException):
    status_code = 422


class NoAuthorizationError(JWTExtendedException):
    pass


class CSRFError(JWTExtendedException):
    pass


class WrongTokenError(JWTExtendedException):
    status_code = 422


class RevokedTokenError(JWTExtendedException):
    pass


class FreshTokenRequired(JWTExtendedException):
    pass


class UserLookupError(JWTExtendedException):
    pass


class UserClaimsVerificationError(JWTExtendedException):
    status_code = 400
