/** An application that is protected, and the same with an endpoint that is not. */
export const guarded: string = `from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI(title="Shop")


def current_user(request: Request) -> str:
    user = request.session.get("user")
    if user is None:
        raise HTTPException(status_code=401)
    return user


@app.get("/me", dependencies=[Depends(current_user)])
def me() -> dict:
    return {}
`;

export const open: string = `${guarded}

@app.delete("/items/{item_id}")
def delete_item(item_id: int) -> dict:
    return {}
`;
