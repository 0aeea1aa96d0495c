"""Conditions of permissions: `Or(A, And(B, Not(C)))` in a list of permission classes."""


class Condition:
    def __init__(self, *perms):
        self.perms = perms

    def __call__(self):
        return self

    def _answers(self, name, *args):
        return [getattr(perm() if isinstance(perm, type) else perm, name)(*args) for perm in self.perms]

    def has_permission(self, request, view):
        return self._combine(self._answers("has_permission", request, view))

    def has_object_permission(self, request, view, obj):
        return self._combine(self._answers("has_object_permission", request, view, obj))

    def _combine(self, answers):
        return all(answers)


class And(Condition):
    pass


class Or(Condition):
    def _combine(self, answers):
        return any(answers)


class Not(Condition):
    def _combine(self, answers):
        return not all(answers)


C = Condition
ConditionalPermission = Condition
