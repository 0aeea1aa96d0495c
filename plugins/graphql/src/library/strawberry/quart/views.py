from strawberry.flask.views import BaseGraphQLView


class GraphQLView(BaseGraphQLView):
    pass
