"""Is an endpoint secured? Measured: call it, and see whether its handler runs."""

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from .callers import Caller, everybody, known, strangers
from .endpoint import PARAMETER, Endpoint
from .exchange import Answer, Request
from .frameworks import Framework
from .reached import Watch
from .repair import UUID

#: How often a request is mended and tried again.
ROUNDS = 12
LOGIN = re.compile(r"/(log|sign)-?in\b")


@dataclass
class Outcome:
    answer: Answer
    reached: bool
    is_socket: bool

    @property
    def refused(self) -> bool:
        if self.is_socket:
            return not self.answer.accepted and (self.answer.closed is not None or self.answer.status in (401, 403))
        if self.answer.status in (401, 403):
            return True
        if 300 <= self.answer.status < 400 and LOGIN.search(self.answer.location):
            return True
        return not self.reached and 400 <= self.answer.status < 500 and self.answer.status not in (405, 422)

    @property
    def passed(self) -> bool:
        if self.is_socket:
            return self.reached and self.answer.accepted
        return self.reached and not self.refused and self.answer.status < 500

    def __str__(self) -> str:
        if self.is_socket:
            return f"accepted: {self.answer.accepted}, closed: {self.answer.closed}, handler reached: {self.reached}"
        return f"status {self.answer.status}, handler reached: {self.reached}"


class Measurement:
    def __init__(self, framework: Framework, app: Any, config: Dict[str, Any]) -> None:
        self._framework = framework
        self._app = app
        self._everybody = everybody(config)
        self._strangers = strangers(config.get("credentialNames", {}))
        self._known = known(config)
        self._watch = Watch()
        self._watch.install()

    async def secured(self, endpoint: Endpoint) -> Tuple[Optional[bool], Optional[str]]:
        """True, false, or neither with the reason."""
        anonymous = await self._call(endpoint, Caller())
        if anonymous.passed:
            return False, None
        garbage = [await self._call(endpoint, caller) for caller in self._strangers]
        if any(outcome.passed for outcome in garbage):
            if anonymous.refused:
                return None, "refuses a caller without a credential, and takes any credential unchecked"
            return False, None
        undecided = [outcome for outcome in [anonymous, *garbage] if not outcome.refused]
        if undecided:
            return None, f"a stranger was neither refused nor let in ({undecided[0]})"
        control = [await self._call(endpoint, caller) for caller in self._known]
        if not any(outcome.passed for outcome in control):
            return None, f"refuses strangers, but no known caller was let in either ({'; '.join(map(str, control))})"
        return True, None

    async def _call(self, endpoint: Endpoint, caller: Caller) -> Outcome:
        parameters = {name: endpoint.values.get(name) or _dummy(convertor) for name, convertor in PARAMETER.findall(endpoint.template)}
        request = Request(
            method="GET" if endpoint.method == "*" else endpoint.method,
            path="",
            host=endpoint.host,
            headers={**self._everybody.headers, **caller.headers},
            cookies={**self._everybody.cookies, **caller.cookies},
            query={**self._everybody.query, **caller.query},
        )
        for _ in range(ROUNDS):
            request.path = PARAMETER.sub(lambda match: parameters[match[1]], endpoint.template) or "/"
            self._watch.expect(endpoint.code)
            answer = await self._framework.send(self._app, request)
            outcome = Outcome(answer, self._watch.reached, endpoint.method == "WEBSOCKET")
            if outcome.reached or not self._framework.repair(request, answer, parameters):
                break
        return outcome


def _dummy(convertor: str) -> str:
    return {"int": "1", "float": "1.5", "uuid": UUID, "path": "a"}.get(convertor, "1")
