"""Sends one request straight at a WSGI application."""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Dict, List, Tuple

from .exchange import CLIENT, SECONDS, Answer, Request

#: One thread for everything: no event loop runs in it (views may start their own), and what is kept by thread, such as a connection to a
#: database in memory, stays the same from one request to the next.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="wsgi")


async def in_thread(function: Callable[..., Any], *arguments: Any) -> Any:
    """Calls it where WSGI applications run."""
    return await asyncio.get_running_loop().run_in_executor(_thread, function, *arguments)


async def send(app: Any, request: Request) -> Answer:
    try:
        return await asyncio.wait_for(in_thread(_call, app, request), SECONDS)
    except asyncio.TimeoutError:
        return Answer(status=500)


def _call(app: Any, request: Request) -> Answer:
    answer = Answer()

    def start_response(status: str, headers: List[Tuple[str, str]], _: Any = None) -> Callable[[bytes], None]:
        answer.status = int(status.split(" ", 1)[0])
        for name, value in headers:
            if name.lower() == "location":
                answer.location = value
        return write

    def write(part: bytes) -> None:
        answer.body += part

    try:
        parts = app(_environ(request), start_response)
        try:
            for part in parts:
                answer.body += part
        finally:
            getattr(parts, "close", lambda: None)()
    except Exception:  # an application that raises is an outcome: servers answer it with 500
        answer.status = 500
    return answer


def _environ(request: Request) -> Dict[str, Any]:
    environ: Dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path.encode().decode("latin-1"),
        "QUERY_STRING": request.query_string,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": CLIENT,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(request.payload),
        "wsgi.input_terminated": True,
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in request.all_headers():
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
