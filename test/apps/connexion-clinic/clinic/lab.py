def sample(name):
    return {"name": name}


def change_sample(name):
    return {"name": name}
