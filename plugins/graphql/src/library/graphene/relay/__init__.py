from graphene.fields import GrapheneField, Mutation


class ClientIDMutation(Mutation):
    @classmethod
    def Field(cls, *args, **options):
        return GrapheneField(resolver=cls.mutate_and_get_payload)


class ConnectionField(GrapheneField):
    pass
