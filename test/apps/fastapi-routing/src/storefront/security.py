from fastapi import Depends, Header, HTTPException, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from .settings import settings

bearer = HTTPBearer()
api_key = APIKeyHeader(name="x-api-key")

STAFF = {"staff-token": "ada"}


def require_staff(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> str:
    name = STAFF.get(credentials.credentials)
    if name is None:
        raise HTTPException(status_code=401, detail="Unknown token")
    return name


def require_partner(key: str = Security(api_key)) -> str:
    if key != settings.partner_key:
        raise HTTPException(status_code=403, detail="Unknown partner")
    return key


def page_size(x_page_size: int = Header(default=20)) -> int:
    return x_page_size
