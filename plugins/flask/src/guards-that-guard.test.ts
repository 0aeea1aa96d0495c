import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const view = "def x():\n    return 'x'\n";

/** Somebody who is found by a key: a user, else a robot. */
const keys = `from flask_login import LoginManager, UserMixin, login_required
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm.exc import NoResultFound
db = SQLAlchemy(app)
manager = LoginManager(app)
class User(db.Model, UserMixin):
    key = db.Column(db.String)
class Key(db.Model):
    text = db.Column(db.String)
class Robot(UserMixin):
    def __init__(self, key):
        self.key = key
@manager.request_loader
def load(request):
    key = request.args.get("api_key") or request.headers.get("Authorization")
    if not key:
        return None
    user = None
    try:
        user = User.query.filter(User.key == key).one()
        if user.is_disabled:
            user = None
    except NoResultFound:
        try:
            user = Robot(Key.query.filter(Key.text == key).one())
        except NoResultFound:
            pass
    return user
`;

/** Nobody without a valid credential reaches the handler. */
const closed: readonly Case[] = [
  { claim: "a status by its name in http.client", code: `import http.client\nfrom flask import Response, session\n@app.get("/x")\ndef x():\n    if "user" not in session:\n        return Response(status=http.client.UNAUTHORIZED)\n    return "x"\n` },
  { claim: "a status that is made a number", code: `import http\nfrom flask import Response, session\n@app.get("/x")\ndef x():\n    if "user" not in session:\n        return Response(status=int(http.HTTPStatus.FORBIDDEN))\n    return "x"\n` },
  { claim: "login_required below the route", code: `from flask_login import login_required\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "a query for the one that a key belongs to, which raises where there is none", code: `${keys}@app.get("/x")\n@login_required\n${view}` },
  { claim: "login_required where strangers are told that there is nothing", code: `${keys}@manager.unauthorized_handler\ndef out():\n    return {"message": "no such thing"}, 404\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "a refusal whose status tells strangers from those who may not", code: `from accounts import current\nfrom werkzeug.exceptions import HTTPException\nclass Refused(HTTPException):\n    def __init__(self):\n        self.code = 401 if current() is None else 403\n@app.get("/x")\ndef x():\n    if not session.get("user_id"):\n        raise Refused()\n    return "x"` },
  { claim: "a token that is required, without parentheses as in version 3", code: `from flask_jwt_extended import jwt_required\n@app.get("/x")\n@jwt_required\n${view}` },
  { claim: "an optional token that the handler asks for itself", code: `from flask_jwt_extended import get_jwt_identity, jwt_required\n@app.get("/x")\n@jwt_required(optional=True)\ndef x():\n    if not get_jwt_identity():\n        abort(401)\n    return "x"` },
  { claim: "a function before all requests, registered by a blueprint", code: `bp = Blueprint("a", __name__)\n@bp.before_app_request\ndef check():\n    if "user_id" not in session:\n        return redirect("/login")\napp.register_blueprint(bp)\n@app.get("/x")\n${view}` },
  { claim: "a function before requests of a blueprint around the blueprint", code: `outer = Blueprint("a", __name__, url_prefix="/o")\ninner = Blueprint("b", __name__)\n@outer.before_request\ndef check():\n    if not session.get("user_id"):\n        abort(403)\n@inner.get("/x")\n${view}outer.register_blueprint(inner)\napp.register_blueprint(outer)`, route: "GET /o/x" },
  { claim: "an endpoint that the list of exceptions does not name", code: `OPEN = ("home", "static")\n@app.before_request\ndef check():\n    if request.endpoint in OPEN:\n        return\n    if not session.get("user_id"):\n        return jsonify(error="no"), 401\n@app.get("/x")\n${view}` },
  { claim: "what a function before the request found out, asked for by the handler", code: `@app.before_request\ndef load():\n    g.user = find(session["user_id"]) if "user_id" in session else None\ndef find(key):\n    return {"1": "root"}.get(key)\n@app.get("/x")\ndef x():\n    if not g.user:\n        abort(401)\n    return "x"` },
  { claim: "a secret that a header must hold", code: `@app.get("/x")\ndef x():\n    if not hmac.compare_digest(request.headers.get("X-Key", ""), os.environ["KEY"]):\n        abort(401)\n    return "x"` },
  { claim: "a token whose header is looked for first, and that is refused with 400", code: `import jwt\n@app.get("/x")\ndef x():\n    token = None\n    if "authorization" in request.headers:\n        token = request.headers["authorization"]\n    if not token:\n        return {"error": "none"}, 400\n    try:\n        jwt.decode(token, "k", algorithms=["HS256"])\n    except Exception:\n        return {"error": "bad"}, 400\n    return "x"` },
  { claim: "a key in the query that is looked up", code: `KEYS = {"k": 1}\n@app.get("/x")\ndef x():\n    if KEYS.get(request.args.get("api_key")) is None:\n        return jsonify(error="no"), 401\n    return "x"` },
  { claim: "a response whose status is set later", code: `@app.get("/x")\ndef x():\n    if not session.get("user_id"):\n        answer = make_response("no")\n        answer.status_code = 401\n        return answer\n    return "x"` },
  { claim: "an exception of its own with a handler that answers 401", code: `class NotSignedIn(Exception):\n    pass\n@app.errorhandler(NotSignedIn)\ndef handle(error):\n    return jsonify(error="no"), 401\n@app.get("/x")\ndef x():\n    if not session.get("user_id"):\n        raise NotSignedIn()\n    return "x"` },
  { claim: "a decorator with arguments", code: `def roles(*names):\n    def deco(f):\n        @wraps(f)\n        def inner(*a, **k):\n            if session.get("role") not in names:\n                abort(403)\n            return f(*a, **k)\n        return inner\n    return deco\n@app.get("/x")\n@roles("admin", "owner")\n${view}` },
  { claim: "a view's list of decorators", code: `from flask_login import login_required\nclass A(MethodView):\n    decorators = [login_required]\n    def get(self):\n        return "x"\nclass B(A):\n    pass\napp.add_url_rule("/x", view_func=B.as_view("b"))` },
  { claim: "dispatch_request of a base class", code: `class A(MethodView):\n    def dispatch_request(self, **values):\n        if not session.get("user_id"):\n            abort(401)\n        return super().dispatch_request(**values)\nclass B(A):\n    def get(self):\n        return "x"\napp.add_url_rule("/x", view_func=B.as_view("b"))` },
  { claim: "a guard that replaces the view function", code: `from flask_login import login_required\n@app.get("/x")\n${view}app.view_functions["x"] = login_required(app.view_functions["x"])` },
  { claim: "middleware around the application", code: `class Guard:\n    def __init__(self, app, key):\n        self.app, self.key = app, key\n    def __call__(self, environ, start_response):\n        if environ.get("HTTP_X_KEY") != self.key:\n            return Response("no", status=401)(environ, start_response)\n        return self.app(environ, start_response)\napp.wsgi_app = Guard(app.wsgi_app, os.environ["KEY"])\n@app.get("/x")\n${view}` },
  { claim: "an application class that checks before it dispatches", code: `class Own(Flask):\n    def dispatch_request(self):\n        if not session.get("user_id"):\n            abort(401)\n        return super().dispatch_request()\napp = Own(__name__, static_folder=None)\n@app.get("/x")\n${view}` },
  { claim: "a factory's own guard", code: `def create(secret):\n    made = Flask("made", static_folder=None)\n    @made.before_request\n    def check():\n        if request.headers.get("Authorization") != f"Bearer {secret}":\n            abort(401)\n    @made.get("/y")\n    def y():\n        return "y"\n    return made\nmade = create(os.environ["SECRET"])`, route: "GET /y" },
];

test.each(closed.map((one) => [one.claim, one] as const))("%s: protected", async (_claim, one) => {
  const { posture, reason } = await judge(one);
  expect({ posture, reason }).toEqual({ posture: "protected", reason: undefined });
});
