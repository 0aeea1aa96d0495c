from .base import Admin as Admin
from .base import AdminIndexView as AdminIndexView
from .base import BaseView as BaseView
from .base import expose as expose
from .base import expose_plugview as expose_plugview
