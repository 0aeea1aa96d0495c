"""Coroutines of before Python had its own."""

from tornado._native import coroutine


class Return(Exception):
    def __init__(self, value=None):
        self.value = value
