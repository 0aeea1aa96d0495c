from ...model import BaseModelView


class ModelView(BaseModelView):
    pass
