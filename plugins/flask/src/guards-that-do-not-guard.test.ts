import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const view = "def x():\n    return 'x'\n";

/** Everybody reaches the handler, whatever the code looks like. */
const open: readonly Case[] = [
  { claim: "a decorator above the route never runs", code: `from flask_login import login_required\n@login_required\n@app.get("/x")\n${view}` },
  { claim: "a decorator that only loads who calls", code: `def login_required(f):\n    @wraps(f)\n    def inner(*a, **k):\n        g.user = session.get("user")\n        return f(*a, **k)\n    return inner\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "a check whose refusal is not returned", code: `@app.get("/x")\ndef x():\n    if not session.get("user_id"):\n        jsonify(error="no"), 401\n    return "x"` },
  { claim: "an exception that is made and not raised", code: `@app.get("/x")\ndef x():\n    if not session.get("user_id"):\n        Unauthorized()\n    return "x"` },
  { claim: "what strangers are told, and that is not returned", code: `from flask_login import LoginManager, current_user\nmanager = LoginManager(app)\n@manager.unauthorized_handler\ndef out():\n    return {"message": "no such thing"}, 404\n@app.get("/x")\ndef x():\n    if not current_user.is_authenticated:\n        manager.unauthorized()\n    return "x"` },
  { claim: "a query for the one that a number belongs to", code: `from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy(app)\nclass Page(db.Model):\n    number = db.Column(db.Integer)\n@app.get("/x")\ndef x():\n    return Page.query.filter(Page.number == request.args.get("number")).one()` },
  { claim: "a guard that is left out unless the environment asks for it", code: `def check():\n    if not session.get("user_id"):\n        abort(401)\nif os.environ.get("SECURE"):\n    app.before_request(check)\n@app.get("/x")\n${view}` },
  { claim: "a sign-in that refuses what is malformed, and wrong passwords", code: `from accounts import find\n@app.post("/x")\ndef x():\n    if not request.form.get("name"):\n        return jsonify(error="name"), 400\n    user = find(request.form["name"], request.form["password"])\n    if user is None:\n        return jsonify(error="no"), 401\n    return jsonify(ok=True)`, route: "POST /x" },
  { claim: "refusals of what is asked, whoever asks", code: `@app.get("/x")\ndef x():\n    if not request.args.get("q"):\n        return "no q", 400\n    if request.args.get("q") == "secret":\n        return "no", 403\n    return "x"` },
  { claim: "an optional token", code: `from flask_jwt_extended import jwt_required\n@app.get("/x")\n@jwt_required(optional=True)\n${view}` },
  { claim: "an optional token of version 3", code: `from flask_jwt_extended import jwt_optional\n@app.get("/x")\n@jwt_optional\n${view}` },
  { claim: "a function before requests of another blueprint", code: `bp = Blueprint("a", __name__)\nother = Blueprint("b", __name__)\n@other.before_request\ndef check():\n    if not session.get("user_id"):\n        abort(401)\n@bp.get("/x")\n${view}app.register_blueprint(bp)\napp.register_blueprint(other)` },
  { claim: "a function before requests of a blueprint does not reach the application's own views", code: `bp = Blueprint("a", __name__)\n@bp.before_request\ndef check():\n    abort(401)\napp.register_blueprint(bp)\n@app.get("/x")\n${view}` },
  { claim: "a function before requests that returns None for those without a user", code: `@app.before_request\ndef check():\n    g.user = session.get("user_id")\n    if g.user is None:\n        return None\n@app.get("/x")\n${view}` },
  { claim: "an endpoint that the list of exceptions names", code: `OPEN = {"x"}\n@app.before_request\ndef check():\n    if request.endpoint not in OPEN and not session.get("user_id"):\n        abort(401)\n@app.get("/x")\n${view}` },
  { claim: "a path that the exceptions' prefix covers", code: `@app.before_request\ndef check():\n    if request.path.startswith("/public"):\n        return\n    if not session.get("user_id"):\n        abort(401)\n@app.get("/publications")\n${view}`, route: "GET /publications" },
  { claim: "a method that the check leaves out", code: `@app.before_request\ndef check():\n    if request.method == "POST" and not session.get("user_id"):\n        abort(401)\n@app.route("/x", methods=["GET", "POST"])\n${view}` },
  { claim: "decorators that a subclass replaces", code: `from flask_login import login_required\nclass A(MethodView):\n    decorators = [login_required]\n    def get(self):\n        return "x"\nclass B(A):\n    decorators = []\napp.add_url_rule("/x", view_func=B.as_view("b"))` },
  { claim: "a decorator on the class itself", code: `from flask_login import login_required\n@login_required\nclass A:\n    pass\nclass B(MethodView):\n    login = A\n    def get(self):\n        return "x"\napp.add_url_rule("/x", view_func=B.as_view("b"))` },
  { claim: "a check that another method of the view makes", code: `class B(MethodView):\n    def check(self):\n        abort(401)\n    def get(self):\n        return "x"\napp.add_url_rule("/x", view_func=B.as_view("b"))` },
  { claim: "a redirect that everybody gets", code: `@app.get("/x")\ndef x():\n    return redirect("/login")` },
  { claim: "an error of the caller's that says nothing about who calls", code: `@app.get("/x")\ndef x():\n    if "name" not in request.args:\n        abort(400)\n    return "x"` },
  { claim: "a check by what the caller chooses", code: `@app.get("/x")\ndef x():\n    if request.args.get("role") != "admin":\n        abort(403)\n    return "x"` },
  { claim: "a refusal that is caught", code: `@app.get("/x")\ndef x():\n    try:\n        if not session.get("user_id"):\n            abort(401)\n    except Exception:\n        pass\n    return "x"` },
  { claim: "Flask-Login that configuration switches off", code: `from flask_login import LoginManager, login_required\napp.config["LOGIN_DISABLED"] = True\nLoginManager(app)\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "a loader of users from requests that lets everybody be one", code: `from flask_login import LoginManager, UserMixin, login_required\nmanager = LoginManager(app)\nclass Guest(UserMixin):\n    id = "guest"\n@manager.request_loader\ndef load(request):\n    return Guest()\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "an anonymous user that counts as signed in", code: `from flask_login import AnonymousUserMixin, LoginManager, login_required\nclass Somebody(AnonymousUserMixin):\n    is_authenticated = True\nmanager = LoginManager(app)\nmanager.anonymous_user = Somebody\n@app.get("/x")\n@login_required\n${view}` },
  { claim: "a check of passwords that lets every password pass", code: `from flask_httpauth import HTTPBasicAuth\nauth = HTTPBasicAuth()\n@auth.verify_password\ndef verify(username, password):\n    return True\n@app.get("/x")\n@auth.login_required\n${view}` },
  { claim: "a name without a password", code: `@app.get("/x")\ndef x():\n    auth = request.authorization\n    g.name = auth.username if auth else None\n    return "x"` },
  { claim: "a permission without needs", code: `from flask_principal import Permission\neverybody = Permission()\n@app.get("/x")\n@everybody.require(403)\n${view}` },
  { claim: "roles of which none is named", code: `from flask_security import roles_required\n@app.get("/x")\n@roles_required()\n${view}` },
  { claim: "a guard that is put on after the view was registered, and kept by nobody", code: `from flask_login import login_required\n@app.get("/x")\n${view}x = login_required(x)` },
  { claim: "middleware around another application", code: `other = Flask("other")\nclass Guard:\n    def __init__(self, app):\n        self.app = app\n    def __call__(self, environ, start_response):\n        if environ.get("HTTP_X_KEY") != os.environ["KEY"]:\n            return Response("no", status=401)(environ, start_response)\n        return self.app(environ, start_response)\nother.wsgi_app = Guard(other.wsgi_app)\n@app.get("/x")\n${view}` },
];

test.each(open.map((one) => [one.claim, one] as const))("%s: public", async (_claim, one) => {
  const { posture, reason } = await judge(one);
  expect({ posture, reason }).toEqual({ posture: "public", reason: undefined });
});

/** What cannot be decided is never called protected. */
const undecided: readonly Case[] = [
  { claim: "a decorator of a library that is not known", code: `from company_auth import require_user\n@app.get("/x")\n@require_user\n${view}` },
  { claim: "such a decorator in a view's list", code: `from company_auth import require_user\nclass A(View):\n    decorators = [require_user]\n    def dispatch_request(self):\n        return "x"\napp.add_url_rule("/x", view_func=A.as_view("a"))` },
  { claim: "such a decorator on a view's method", code: `from company_auth import require_user\nclass A(MethodView):\n    @require_user\n    def get(self):\n        return "x"\napp.add_url_rule("/x", view_func=A.as_view("a"))` },
  { claim: "such a function before each request", code: `from company_auth import authenticate\napp.before_request(authenticate)\n@app.get("/x")\n${view}` },
  { claim: "a switch that is not known", code: `from company import settings\n@app.get("/x")\ndef x():\n    if settings.secure() and not session.get("user_id"):\n        abort(401)\n    return "x"` },
];

test.each(undecided.map((one) => [one.claim, one] as const))("%s: unknown", async (_claim, one) => {
  expect((await judge(one)).posture).toBe("unknown");
});
