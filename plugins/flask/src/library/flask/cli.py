class AppGroup:
    """Commands are no routes."""

    def __init__(self, *args, **kwargs):
        self.commands = {}
        self.name = None

    def command(self, *args, **kwargs):
        def decorator(f):
            return f

        return decorator

    def group(self, *args, **kwargs):
        def decorator(f):
            return AppGroup()

        return decorator

    def add_command(self, *args, **kwargs):
        return None


class FlaskGroup(AppGroup):
    pass


def with_appcontext(f):
    return f
