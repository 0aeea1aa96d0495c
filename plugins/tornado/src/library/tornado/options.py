"""Options of the command line and of files: what the code says they are is their default."""

from tornado._native import replaceable


class OptionParser:
    def define(self, name, default=None, type=None, help=None, metavar=None, multiple=False, group=None, callback=None):
        setattr(self, name.replace("-", "_"), replaceable(default))

    def parse_command_line(self, args=None, final=True):
        return []

    def parse_config_file(self, path, final=True):
        pass


options = OptionParser()


def define(name, default=None, type=None, help=None, metavar=None, multiple=False, group=None, callback=None):
    return options.define(name, default)


def parse_command_line(args=None, final=True):
    return []


def parse_config_file(path, final=True):
    pass
