from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.security import OAuth2PasswordRequestForm

from . import gates, wards
from .tokens import Identity, TokenError, identity

app = FastAPI(openapi_url=None)
gates.install(app)


@app.exception_handler(TokenError)
async def unauthorised(request: Request, error: TokenError) -> JSONResponse:
    return JSONResponse({"detail": "Who are you?"}, status_code=401)


for router in (wards.router, wards.keyed, wards.timed, wards.views, gates.router):
    app.include_router(router)


@app.post("/token")
def token(form: OAuth2PasswordRequestForm = Depends()):
    return {"access_token": form.username}


@app.get("/me")
def me(who: Identity = Depends(identity)):
    return who.name
