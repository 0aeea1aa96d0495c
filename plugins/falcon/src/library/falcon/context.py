"""What code keeps beside a request."""

import muster


class Context:
    def __init__(self):
        self.values = {}

    def __getattr__(self, name):
        return muster.unknown("nothing that was followed set it")

    def __getitem__(self, name):
        return getattr(self, name)

    def __setitem__(self, name, value):
        setattr(self, name, value)

    def __contains__(self, name):
        return hasattr(self, name)

    def get(self, name, default=None):
        return getattr(self, name, default)

    def setdefault(self, name, default=None):
        if not hasattr(self, name):
            setattr(self, name, default)
        return getattr(self, name)
