from muster import limited
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket


class RateLimiter:
    def __init__(self, times=1, milliseconds=0, seconds=0, minutes=0, hours=0, identifier=None, callback=None):
        self.times = times
        self.seconds = milliseconds / 1000 + seconds + 60 * minutes + 3600 * hours

    async def __call__(self, request: Request, response: Response):
        limited("fastapi-limiter", f"{self.times}/{self.seconds} seconds")


class WebSocketRateLimiter(RateLimiter):
    async def __call__(self, ws: WebSocket, context_key=""):
        limited("fastapi-limiter", f"{self.times}/{self.seconds} seconds")
