"""What is asked of an application, and what it answers, whatever it is served by."""

import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import urlencode

SECONDS = 10
#: From the block for documentation: nobody's address, and never a local one.
CLIENT = "192.0.2.1"


@dataclass
class Request:
    #: `WEBSOCKET` opens one.
    method: str
    path: str
    host: Optional[str] = None
    headers: Dict[str, str] = field(default_factory=dict)
    cookies: Dict[str, str] = field(default_factory=dict)
    query: Dict[str, str] = field(default_factory=dict)
    body: Any = None
    #: The body is sent as a form, and not as JSON.
    form: bool = False

    @property
    def payload(self) -> bytes:
        if self.body is None:
            return b""
        return (urlencode(self.body) if self.form else json.dumps(self.body)).encode()

    @property
    def query_string(self) -> str:
        return urlencode(self.query)

    def all_headers(self) -> List[Tuple[str, str]]:
        """Those of the caller, and those that every client sends: host, cookies, type and length of the body."""
        headers = [("host", self.host or "testserver")]
        headers += [(name.lower(), value) for name, value in self.headers.items()]
        if self.cookies:
            jar: SimpleCookie = SimpleCookie()
            for name, value in self.cookies.items():
                jar[name] = value
            headers.append(("cookie", jar.output(header="", sep=";").strip()))
        if self.payload:
            headers.append(("content-type", "application/x-www-form-urlencoded" if self.form else "application/json"))
            headers.append(("content-length", str(len(self.payload))))
        return headers


@dataclass
class Answer:
    """`status` is 500 when the application raised. A WebSocket has `accepted` and, once it was closed, `closed`."""

    status: int = 0
    location: str = ""
    body: bytes = b""
    accepted: bool = False
    closed: Optional[int] = None

    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            return None
