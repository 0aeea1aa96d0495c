from .base import BaseModelView as BaseModelView
