from strawberry.fastapi import BaseContext
