from strawberry.fastapi import GraphQLRouter
