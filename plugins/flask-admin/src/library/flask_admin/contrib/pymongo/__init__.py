from ...model import BaseModelView


class ModelView(BaseModelView):
    def __init__(self, coll, name=None, category=None, endpoint=None, url=None, **kwargs):
        self.coll = coll
        super().__init__(coll, name, category, endpoint or coll.name, url)
