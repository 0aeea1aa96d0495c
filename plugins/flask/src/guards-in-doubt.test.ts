import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const company = `import company, re\nOPEN = [re.compile(one) for one in company.patterns()]\n`;
const byPath = `${company}@app.before_request\ndef check():\n    if any(one.match(request.path) for one in OPEN):\n        return None\n    if not session.get("user_id"):\n        abort(401)\n`;

/** Whether strangers get in hangs on what evaluation does not know. */
const doubtful: readonly Case[] = [
  { claim: "a condition of which nothing is known, and a refusal that demands a sign-in", code: `${company}@app.get("/x")\ndef x():\n    if not company.ok():\n        abort(401)\n    return "x"` },
  { claim: "the same, with the refusal after the answer", code: `${company}@app.get("/x")\ndef x():\n    if company.ok():\n        return "x"\n    abort(401)` },
  { claim: "the same in both branches", code: `${company}@app.get("/x")\ndef x():\n    if company.ok():\n        return "x"\n    else:\n        return "no", 401` },
  { claim: "a refusal of any kind, where the condition names who calls", code: `${company}@app.get("/x")\ndef x():\n    user = company.current()\n    if user.is_staff:\n        return "x"\n    abort(403)` },
  { claim: "a check before requests of which nothing is known", code: `${company}@app.before_request\ndef check():\n    if not company.ok():\n        abort(401)\n@app.get("/x")\ndef x():\n    return "x"` },
  { claim: "what is tried may raise, and is answered by a refusal", code: `${company}@app.get("/x")\ndef x():\n    try:\n        company.current()\n    except company.Nobody:\n        abort(401)\n    return "x"` },
  { claim: "a credential is handed to what could not be followed", code: `${company}@app.get("/x")\ndef x():\n    company.authenticate(request.headers.get("Authorization"))\n    return "x"` },
  { claim: "the request is handed to what could not be followed", code: `${company}@app.get("/x")\ndef x():\n    company.require_user(request)\n    return "x"` },
  { claim: "open paths by patterns that are not known", code: `${byPath}@app.get("/x")\ndef x():\n    return "x"` },
  { claim: "the same for a path with parameters", code: `${byPath}@app.get("/x/<name>")\ndef x(name):\n    return "x"`, route: "GET /x/{name}" },
  { claim: "a check before requests by what a parameter of the path finds", code: `${company}@app.before_request\ndef check():\n    if not company.find(request.view_args["name"]).may():\n        abort(401)\n@app.get("/x/<name>")\ndef x(name):\n    return "x"`, route: "GET /x/{name}" },
  { claim: "a tenant that a header names, for anyone to name", code: `${company}@app.get("/x")\ndef x():\n    if company.find(request.headers.get("X-Tenant")) is None:\n        abort(403)\n    return "x"` },
  { claim: "what code from elsewhere takes out of the request, and no credential by its name", code: `${company}@app.get("/x")\ndef x():\n    if company.find(company.site_of(request)) is None:\n        abort(403)\n    return "x"` },
  { claim: "a refusal in a block whose manager answers what is not known about errors", code: `${company}class Block:\n    def __enter__(self):\n        return self\n    def __exit__(self, *error):\n        return company.handled(error)\n@app.get("/x")\ndef x():\n    with Block():\n        if not session.get("user_id"):\n            abort(401)\n    return "x"` },
  { claim: "a refusal, where something else that is tried may raise what is passed over", code: `${company}@app.get("/x")\ndef x():\n    try:\n        company.load()\n        if not session.get("user_id"):\n            abort(401)\n    except ValueError:\n        pass\n    return "x"` },
  { claim: "the same with a refusal that is answered", code: `${company}@app.get("/x")\ndef x():\n    try:\n        company.load()\n        if not session.get("user_id"):\n            return "no", 401\n    except Exception:\n        pass\n    return "x"` },
  { claim: "the key of a program in a body that finds something", code: `${company}@app.post("/x")\ndef x():\n    if company.find(request.json["api_key"]) is None:\n        return "no", 401\n    return "x"`, route: "POST /x" },
  { claim: "the same where what is not found is raised", code: `${company}@app.post("/x")\ndef x():\n    fields = request.get_json(silent=True) or {}\n    try:\n        company.Project.objects.get(api_key=fields.get("api_key"))\n    except company.Project.DoesNotExist:\n        abort(401)\n    return "x"`, route: "POST /x" },
  { claim: "an error where a table has nothing under what a header that is named like a credential says", code: `USERS = {"secret": "root"}\n@app.get("/x")\ndef x():\n    return USERS[request.headers["X-API-Key"]]` },
  { claim: "a malformed request, by a header that is named like a credential", code: `@app.get("/x")\ndef x():\n    if request.headers.get("X-Token") != "secret":\n        abort(400)\n    return "x"` },
  { claim: "a refusal by what names somebody, in a check that asks who calls", code: `${company}@app.before_request\ndef check():\n    known = company.member()\n    if not known:\n        return "no", 403\n    if session.get("user_id"):\n        company.note(session["user_id"])\n@app.get("/x")\ndef x():\n    return "x"` },
  { claim: "a handler from outside the repository", code: `import company\napp.get("/x")(company.view)` },
];

test.each(doubtful.map((one) => [one.claim, one] as const))("%s: unknown", async (_claim, one) => {
  const { posture, reason } = await judge(one);
  expect({ posture, reason }).toEqual({ posture: "unknown", reason: expect.any(String) as string });
});

/** And what proves a credential by its usual meaning. */
const guarded: readonly Case[] = [
  { claim: "a key of the query that is looked up", code: `${company}@app.get("/x")\ndef x():\n    if company.find(request.args.get("api_key")) is None:\n        abort(403)\n    return "x"` },
  { claim: "what hooks from elsewhere answer who are given the request", code: `${company}@app.get("/x")\ndef x():\n    if company.find(company.dispatch(request)) is None:\n        abort(403)\n    return "x"` },
  { claim: "a refusal that takes the place of an answer", code: `@app.get("/x")\ndef x():\n    try:\n        return "x"\n    finally:\n        if not session.get("user_id"):\n            abort(401)` },
  { claim: "an error where a table has nothing under the authorization", code: `USERS = {"Bearer secret": "root"}\n@app.get("/x")\ndef x():\n    return USERS[request.headers["Authorization"]]` },
  { claim: "an error where a table of passwords has nobody of the name", code: `from flask_httpauth import HTTPBasicAuth\nbasic = HTTPBasicAuth()\nPASSWORDS = {"root": "secret"}\n@basic.verify_password\ndef verify(name, password):\n    return PASSWORDS[name] == password\n@app.get("/x")\n@basic.login_required\ndef x():\n    return "x"` },
  { claim: "a key that is sent in one place or another", code: `KEYS = {"secret": 1}\n@app.get("/x")\ndef x():\n    key = request.headers.get("X-Key") or request.args.get("api_key")\n    if key not in KEYS:\n        abort(401)\n    return "x"` },
  { claim: "a key that code from elsewhere takes out of the request", code: `${company}@app.get("/x")\ndef x():\n    if company.find(company.key_of(request)) is None:\n        abort(403)\n    return "x"` },
];

test.each(guarded.map((one) => [one.claim, one] as const))("%s: protected", async (_claim, one) => {
  expect((await judge(one)).posture).toBe("protected");
});

/** The silent neighbours: strangers get in, whatever is not known. */
const open: readonly Case[] = [
  { claim: "a refusal that is about the state of things", code: `${company}@app.get("/x/<int:number>")\ndef x(number):\n    item = company.get(number)\n    if item.archived:\n        abort(403)\n    return "x"`, route: "GET /x/{number}" },
  { claim: "a sign-in that refuses wrong passwords", code: `${company}@app.post("/x")\ndef x():\n    user = company.find(request.form["name"], request.form["password"])\n    if user is None:\n        abort(401)\n    return "x"`, route: "POST /x" },
  { claim: "a sign-in that is tried", code: `${company}@app.post("/x")\ndef x():\n    try:\n        company.sign_in(request.form["name"], request.form["password"])\n    except company.Wrong:\n        abort(401)\n    return "x"`, route: "POST /x" },
  { claim: "a branch that the caller chooses", code: `${company}@app.get("/x")\ndef x():\n    if request.args.get("page") == "start":\n        return "x"\n    if company.ok():\n        return "y"\n    abort(401)` },
  { claim: "a credential that is only there sometimes", code: `${company}@app.get("/x")\ndef x():\n    token = request.headers.get("Authorization")\n    if token:\n        company.authenticate(token)\n    return "x"` },
  { claim: "a check whose failure is caught", code: `${company}@app.get("/x")\ndef x():\n    try:\n        company.authenticate(request.headers.get("Authorization"))\n    except Exception:\n        pass\n    return "x"` },
  { claim: "a piece of a text, which nothing is too", code: `@app.get("/x")\ndef x():\n    if (request.headers.get("X-Key") or "") not in "secret":\n        abort(401)\n    return "x"` },
  { claim: "the key of a program in a body, which is kept", code: `${company}@app.post("/x")\ndef x():\n    if not company.save(request.json["api_key"]):\n        abort(400)\n    return "x"`, route: "POST /x" },
  { claim: "a key that is empty where nothing is set", code: `API_KEY = os.environ.get("API_KEY", "")\n@app.get("/x")\ndef x():\n    if request.headers.get("X-Key", "") != API_KEY:\n        abort(401)\n    return "x"` },
  { claim: "an error where a table has nothing under what an ordinary header says", code: `HANDLERS = {"push": "x"}\n@app.get("/x")\ndef x():\n    return HANDLERS[request.headers["X-Event"]]` },
  { claim: "the same of a cookie for anyone to choose", code: `THEMES = {"dark": "x"}\n@app.get("/x")\ndef x():\n    return THEMES[request.cookies["theme"]]` },
  { claim: "a malformed request, by an ordinary header", code: `@app.get("/x")\ndef x():\n    if request.headers.get("X-Colour") != "red":\n        abort(400)\n    return "x"` },
  { claim: "a refusal about the state of things, in a check that asks who calls for other reasons", code: `${company}@app.before_request\ndef check():\n    if company.importing():\n        return "later", 403\n    if session.get("user_id"):\n        company.note(session["user_id"])\n@app.get("/x")\ndef x():\n    return "x"` },
  { claim: "an author whom the query names", code: `${company}@app.get("/x")\ndef x():\n    if company.find(request.args.get("author")) is None:\n        abort(403)\n    return "x"` },
  { claim: "an object that is made of the request", code: `${company}@app.get("/x")\ndef x():\n    company.SamlAuth(request)\n    return "x"` },
  { claim: "a credential that is written down", code: `${company}@app.get("/x")\ndef x():\n    company.log(request.headers.get("Authorization"))\n    return "x"` },
  { claim: "open paths by a pattern that the path begins with", code: `import re\nOPEN = re.compile(r"^/docs(/|$)")\n@app.before_request\ndef check():\n    if OPEN.match(request.path):\n        return None\n    if not session.get("user_id"):\n        abort(401)\n@app.get("/docs/<page>")\ndef x(page):\n    return "x"`, route: "GET /docs/{page}" },
  { claim: "open paths by a known pattern that the caller can meet", code: `import re\nOPEN = [re.compile(r"^/x/[0-9]+$")]\n@app.before_request\ndef check():\n    if any(one.match(request.path) for one in OPEN):\n        return None\n    if not session.get("user_id"):\n        abort(401)\n@app.get("/x/<name>")\ndef x(name):\n    return "x"`, route: "GET /x/{name}" },
];

test.each(open.map((one) => [one.claim, one] as const))("%s: public", async (_claim, one) => {
  const { posture, reason } = await judge(one);
  expect({ posture, reason }).toEqual({ posture: "public", reason: undefined });
});

/** Calls within calls, until the budget of steps ends inside the library's own code. */
const long = ["def f0(form):", ...Array.from({ length: 40 }, () => "    form.validate()"), ...Array.from({ length: 8 }, (_, at) => [`def f${at + 1}(form):`, `    f${at}(form)`, `    f${at}(form)`]).flat()].join("\n");

test.each([[0], [1], [2]])("a handler beyond the budget is too large, wherever that ends (%i steps on)", async (more) => {
  const { posture } = await judge({ claim: "", code: `from wtforms import Form\n${long}\n@app.post("/x")\ndef x():\n${"    None\n".repeat(more)}    f8(Form())\n    if not session.get("user_id"):\n        abort(401)\n    return "x"`, route: "POST /x" });
  expect(posture).toBe("unknown");
});
