"""GraphQL behind every kind of route."""

from ariadne.asgi import GraphQL as BoundGraphQL
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import Mount, Route
from strawberry.asgi import GraphQL

from guild.doors import Greeting, Members, Porter
from guild.plain import ledger, notice
from guild.works import bound, typed

answering = BoundGraphQL(bound)


async def handed_on(request: Request):
    return await answering.handle_request(request)


application = Starlette(
    routes=[
        Mount("/open", GraphQL(typed)),
        Mount("/members", Members(typed)),
        Mount("/greeting", Greeting(typed)),
        Mount("/porter", BoundGraphQL(bound), middleware=[Middleware(Porter)]),
        Mount("/wrapped", Porter(BoundGraphQL(bound))),
        Mount("/ledger", ledger),
        Mount("/notice", notice),
        Route("/route", GraphQL(typed)),
        Route("/bound", BoundGraphQL(bound, debug=True)),
        Route("/handed", handed_on, methods=["POST"]),
    ]
)
