from graphene.fields import GrapheneField


class DjangoFilterConnectionField(GrapheneField):
    pass
