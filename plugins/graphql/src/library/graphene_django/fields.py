from graphene.fields import GrapheneField


class DjangoListField(GrapheneField):
    pass


class DjangoConnectionField(GrapheneField):
    pass
