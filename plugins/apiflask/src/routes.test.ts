import { endpointOf, linkSources, routesOf, type Sources } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import apiflask from "./index.ts";

const link = (sources: Sources) => linkSources([python, flask, apiflask], sources);
const judged = async (code: string, route = "GET /x"): Promise<string> => endpointOf(await link({ "main.py": `import hmac, os\nfrom apiflask import *\nfrom apiflask.views import MethodView\napp = APIFlask(__name__)\n${code}\n` }), route).posture;

test("a module that registers on its neighbour's blueprint need not name the framework", async () => {
  const model = await link({
    "app/__init__.py": "",
    "app/main.py": "from apiflask import APIFlask\nfrom app.pets import pets\ndef create_app():\n    app = APIFlask(__name__)\n    app.register_blueprint(pets)\n    return app\n",
    "app/pets/__init__.py": "from app.pets.bp import pets\nimport app.pets.routes\n",
    "app/pets/bp.py": 'from apiflask import APIBlueprint\npets = APIBlueprint("pets", __name__, url_prefix="/pets")\n',
    "app/pets/routes.py": 'from app.pets.bp import pets\n@pets.get("/")\ndef all_pets():\n    return []\n',
  });
  expect(routesOf(model)).toContain("GET /pets/");
});

test.each([
  ["a token that is looked up", 'TOKENS = load()\nauth = HTTPTokenAuth()\n@auth.verify_token\ndef check(token):\n    return TOKENS.get(token)\n', "protected"],
  ["a password that is compared", 'auth = HTTPBasicAuth()\n@auth.verify_password\ndef check(username, password):\n    if hmac.compare_digest(password, os.environ["PASSWORD"]):\n        return username\n', "protected"],
  ["a key in a header", 'auth = APIKeyHeaderAuth(param_name="X-Key")\n@auth.verify_token\ndef check(key):\n    return hmac.compare_digest(key, os.environ["KEY"])\n', "protected"],
  ["a key in a cookie", 'auth = APIKeyCookieAuth(param_name="key")\n@auth.verify_token\ndef check(key):\n    return hmac.compare_digest(key, os.environ["KEY"])\n', "protected"],
  ["a subclass of a scheme", 'class Mine(HTTPTokenAuth):\n    def who(self):\n        return self.current_user\nauth = Mine()\n@auth.verify_token\ndef check(token):\n    return hmac.compare_digest(token, os.environ["KEY"])\n', "protected"],
  ["a guest for everybody", 'auth = HTTPTokenAuth()\n@auth.verify_token\ndef check(token):\n    return {"guest": True}\n', "public"],
  ["an empty name, which is neither None nor False", 'TOKENS = load()\nauth = HTTPTokenAuth()\n@auth.verify_token\ndef check(token):\n    return ""\n', "public"],
  ["one of several schemes that lets everybody in", 'one = HTTPTokenAuth()\n@one.verify_token\ndef check(token):\n    return hmac.compare_digest(token, os.environ["KEY"])\ntwo = APIKeyQueryAuth()\n@two.verify_token\ndef guest(token):\n    return True\nauth = MultiAuth(one, two)\n', "public"],
  ["several schemes that reject", 'one = HTTPTokenAuth()\n@one.verify_token\ndef check(token):\n    return hmac.compare_digest(token, os.environ["KEY"])\ntwo = HTTPTokenAuth(header="X-Key")\n@two.verify_token\ndef other(token):\n    return hmac.compare_digest(token, os.environ["OTHER"])\nauth = MultiAuth(one, two)\n', "protected"],
])("%s", async (_, scheme, posture) => {
  expect(await judged(`${scheme}@app.get("/x")\n@app.auth_required(auth)\ndef x():\n    return {}`)).toBe(posture);
});

const scheme = 'auth = HTTPTokenAuth()\n@auth.verify_token\ndef check(token):\n    return hmac.compare_digest(token, os.environ["KEY"])\n';

test.each([
  ["above the route does not guard", '@app.auth_required(auth)\n@app.get("/x")\ndef x():\n    return {}', "public"],
  ["that is optional does not guard", '@app.get("/x")\n@app.auth_required(auth, optional=True)\ndef x():\n    return {}', "public"],
  ["that is optional counts with a handler that refuses", '@app.get("/x")\n@app.auth_required(auth, optional=True)\ndef x():\n    if auth.current_user is None:\n        abort(401)\n    return {}', "protected"],
  ["on another method of a view class guards that method alone", '@app.route("/x")\nclass X(MethodView):\n    def get(self):\n        return {}\n    @app.auth_required(auth)\n    def delete(self):\n        return {}', "public"],
  ["in the decorators of a view class guards all", 'class X(MethodView):\n    decorators = [app.auth_required(auth)]\n    def get(self):\n        return {}\napp.add_url_rule("/x", view_func=X.as_view("x"))', "protected"],
  ["only in what is documented does not guard", '@app.get("/x")\n@app.doc(security="BearerAuth")\ndef x():\n    return {}', "public"],
])("auth_required %s", async (_, code, posture) => {
  expect(await judged(`${scheme}${code}`)).toBe(posture);
});

test("what a decorator from outside hands on to a check may be the credential", async () => {
  expect(await judged('from company.db import with_session\nfrom company.tokens import find\nauth = HTTPTokenAuth()\n@auth.verify_token\n@with_session\ndef check(session, token):\n    return find(token, session)\n@app.get("/x")\n@app.auth_required(auth)\ndef x():\n    return {}')).toBe("protected");
});

const helper = (after: string): string => `from company.errors import fail\nfrom company.keys import find_key\nclass Invalid(Exception): pass\ndef validate(key):\n    found = find_key(key)\n    if found is None:\n        raise Invalid()\n    return found\nauth = HTTPTokenAuth(header="X-Key")\n@auth.verify_token\ndef check(key):\n    try:\n        found = validate(key)\n    except Invalid:\n        ${after}\n    found.used = True\n    return found\n@app.get("/x")\n@app.auth_required(auth)\ndef x():\n    return {}`;

test("a handler that hands 401 to a function from outside protects where nothing goes on without what failed", async () => {
  expect(await judged(helper('fail(401, "invalid")'))).toBe("protected");
  expect(await judged(helper("found = Guest()"))).not.toBe("protected");
  expect(await judged(helper('fail("invalid")'))).not.toBe("protected");
  expect(await judged(helper('fail(401, "invalid")').replace("    try:\n", "    found = Guest()\n    try:\n"))).not.toBe("protected");
});
