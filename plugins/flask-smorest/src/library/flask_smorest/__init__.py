from .api import Api as Api
from .blueprint import Blueprint as Blueprint
from .errors import abort as abort
from .pagination import Page as Page
