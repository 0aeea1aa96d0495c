from quart import Quart, g, request, session

from . import account, live, plays
from .settings import Settings

try:
    from quart_auth import QuartAuth
except ImportError:
    # Its name before version 0.9.
    from quart_auth import AuthManager as QuartAuth

auth = QuartAuth()


def create_app():
    app = Quart(__name__, static_folder=None)
    app.config.from_object(Settings)
    auth.init_app(app)
    app.register_blueprint(plays.plays, url_prefix="/plays")
    app.register_blueprint(account.account)
    app.register_blueprint(live.live, url_prefix="/live")
    app.register_blueprint(live.closed, url_prefix="/closed")
    live.direct(app)

    @app.before_request
    async def load():
        g.user = session.get("user")

    @app.route("/")
    async def index():
        return {"radio": True}

    @app.route("/greets")
    async def greets():
        return f"hello {g.user}"

    @app.get("/session")
    async def by_session():
        if g.user is None:
            return {"error": "no"}, 401
        return "in"

    @app.post("/form")
    async def form():
        values = await request.form
        return values.get("name", "nobody")

    return app
