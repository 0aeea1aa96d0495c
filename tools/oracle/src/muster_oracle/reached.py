"""Notices that a handler's code runs, in whatever thread it runs."""

import sys
import threading
from types import CodeType, FrameType
from typing import Any, Set


class Watch:
    """`reached` is true once any of the watched code was entered."""

    def __init__(self) -> None:
        self._code: Set[CodeType] = set()
        self.reached = False

    def install(self) -> None:
        sys.setprofile(self._profile)
        threading.setprofile(self._profile)

    def expect(self, code: Set[CodeType]) -> None:
        self._code = code
        self.reached = False

    def _profile(self, frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in self._code:
            self.reached = True
