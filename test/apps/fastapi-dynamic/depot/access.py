from fastapi import Depends, Header, HTTPException


def keyholder(x_depot_key: str = Header(default="")) -> str:
    if x_depot_key != "open-sesame":
        raise HTTPException(status_code=401)
    return x_depot_key


KEYHOLDERS = [Depends(keyholder)]
EVERYONE = []
