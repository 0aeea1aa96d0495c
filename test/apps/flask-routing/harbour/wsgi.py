from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix

from .factory import create_app
from .pilots import pilots
from .weather import weather

app = create_app("harbour.config.Production", DOCK_PREFIX="/docks")
app.wsgi_app = DispatcherMiddleware(ProxyFix(app.wsgi_app, x_for=1), {"/weather": weather})

application = DispatcherMiddleware(app, {"/pilots": pilots, app.config["ARCHIVE_MOUNT"]: create_app("harbour.config.Archive", archive=True)})
