from muster import given

from ...model import BaseModelView


class ModelView(BaseModelView):
    def __init__(self, model, session=None, name=None, category=None, endpoint=None, url=None, static_folder=None, menu_class_name=None, menu_icon_type=None, menu_icon_value=None, **kwargs):
        self.session = session
        super().__init__(model, name, category, endpoint, url, static_folder)

    def get_query(self):
        return self.session.query(self.model)

    def get_one(self, id):
        return self.session.query(self.model).get(id)

    def create_model(self, form):
        model = self.model()
        self.session.add(model)
        self.on_model_change(form, model, True)
        self.session.commit()
        return model

    def update_model(self, form, model):
        self.on_model_change(form, model, False)
        self.session.commit()
        return True

    def delete_model(self, model):
        self.on_model_delete(model)
        self.session.delete(model)
        self.session.commit()
        return True
