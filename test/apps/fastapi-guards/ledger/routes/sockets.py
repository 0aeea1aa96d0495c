from typing import Optional

from fastapi import APIRouter, Cookie, Depends, Query, WebSocket, WebSocketException, status

from ..store import User, user_for_session, user_for_token

router = APIRouter(prefix="/sockets")


async def socket_user(websocket: WebSocket, token: Optional[str] = Query(default=None)) -> User:
    user = user_for_token(token)
    if user is None:
        raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION)
    return user


@router.websocket("/dependency")
async def by_dependency(websocket: WebSocket, user: User = Depends(socket_user)):
    await websocket.accept()
    await websocket.close()


@router.websocket("/closed")
async def closed(websocket: WebSocket, sid: Optional[str] = Cookie(default=None)):
    if user_for_session(sid) is None:
        await websocket.close(code=status.WS_1008_POLICY_VIOLATION)
        return
    await websocket.accept()
    await websocket.close()


@router.websocket("/open")
async def open_socket(websocket: WebSocket):
    await websocket.accept()
    await websocket.close()


# A WebSocket has no request: HTTP middleware does not see it.
@router.websocket("/private/feed")
async def private_feed(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text("hello")
    await websocket.close()
