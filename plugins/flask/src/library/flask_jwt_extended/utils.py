from muster import caller, proxy, stranger


def get_jwt_identity():
    if stranger("http-bearer"):
        return None
    return caller("http-bearer")


def get_jwt():
    if stranger("http-bearer"):
        return {}
    return caller("http-bearer")


def get_jwt_header():
    return get_jwt()


def get_raw_jwt(encoded_token=None):
    return get_jwt()


def get_jwt_claims():
    return get_jwt()


def get_current_user():
    return get_jwt_identity()


current_user = proxy(get_jwt_identity)


def set_access_cookies(response, encoded_access_token, max_age=None, domain=None):
    return None


def set_refresh_cookies(response, encoded_refresh_token, max_age=None, domain=None):
    return None


def unset_jwt_cookies(response, domain=None):
    return None
