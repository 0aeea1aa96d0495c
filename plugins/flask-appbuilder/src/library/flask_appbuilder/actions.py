def action(name, text, confirmation=None, icon=None, multiple=True, single=True):
    def wrap(f):
        f._action = (name, text, confirmation, icon, multiple, single)
        return f

    return wrap
