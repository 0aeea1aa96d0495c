"""Parts of CherryPy that pages and configurations name."""

from cherrypy.lib import auth_basic, auth_digest
