from pydantic import BaseModel


class Product(BaseModel):
    name: str
    price: float = 0.0


class Order(BaseModel):
    product: str
    amount: int = 1
