from pydantic import BaseModel


class UserCreate(BaseModel):
    """A body. Its name is no guard."""

    name: str
    password: str = "secret"


class Entry(BaseModel):
    amount: int
    note: str = ""
