from .view import ModelView as ModelView
