from fastapi import Request

from ..store import user_for_session


async def load_user(request: Request, call_next):
    """Says who is calling, and lets everyone pass."""
    request.state.user = user_for_session(request.cookies.get("sid"))
    return await call_next(request)
