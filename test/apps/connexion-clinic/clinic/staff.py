def rota():
    return []


def change_rota():
    return {}


def shift(day, shift):
    return {"day": day, "shift": shift}
