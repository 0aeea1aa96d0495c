from graphene_django.views import GraphQLView as Base


class GraphQLView(Base):
    """GET and POST are answered, as Graphene's view does."""


class GraphQLAsyncView(Base):
    pass
