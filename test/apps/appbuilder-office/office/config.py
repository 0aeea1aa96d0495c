import os
import tempfile
from datetime import timedelta

from flask_appbuilder.const import AUTH_DB

SECRET_KEY = "the-office-keeps-this-secret-of-thirty-two-bytes"
SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(tempfile.mkdtemp(), "office.db")
SQLALCHEMY_TRACK_MODIFICATIONS = False
WTF_CSRF_ENABLED = False
PERMANENT_SESSION_LIFETIME = timedelta(days=36500)
AUTH_TYPE = AUTH_DB
FAB_API_SWAGGER_UI = True
FAB_ADD_SECURITY_PERMISSION_VIEW = False
FAB_ADD_SECURITY_VIEW_MENU_VIEW = False
FAB_ADD_SECURITY_PERMISSION_VIEWS_VIEW = False
