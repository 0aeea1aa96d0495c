from graphene_django.views import GraphQLView


class FileUploadGraphQLView(GraphQLView):
    pass
