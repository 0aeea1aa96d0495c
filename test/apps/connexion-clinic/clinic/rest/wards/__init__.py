def search():
    return []


def post():
    return {}, 201


def get(ward):
    return {"ward": ward}


def replace(ward):
    return {"ward": ward}
