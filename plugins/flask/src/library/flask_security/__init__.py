from flask_login import current_user as current_user
from flask_login import login_required as login_required
from flask_login import UserMixin as UserMixin

from .core import Security as Security
from .decorators import anonymous_user_required as anonymous_user_required
from .decorators import auth_required as auth_required
from .decorators import auth_token_required as auth_token_required
from .decorators import http_auth_required as http_auth_required
from .decorators import permissions_accepted as permissions_accepted
from .decorators import permissions_required as permissions_required
from .decorators import roles_accepted as roles_accepted
from .decorators import roles_required as roles_required
