import { linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import flask from "./index.ts";

async function postures(code: string): Promise<string[]> {
  const { endpoints } = await linkSources([python, flask], { "main.py": `from flask import Blueprint, Flask, abort, g, session\napp = Flask(__name__, static_folder=None)\n${code}` });
  return endpoints.map(({ path, posture }) => `${path} ${posture}`);
}

test("a preprocessor of the path's values that asks who calls guards the routes that bind what it looks for", async () => {
  const code = `bp = Blueprint("b", __name__)
@bp.url_value_preprocessor
def pull(endpoint, values):
    project = values.pop("project", None)
    if project:
        if session.get("user_id") or endpoint == "b.join":
            g.project = project
        else:
            abort(401)
@bp.route("/<project>/edit", methods=["POST"])
def edit(): return ""
@bp.route("/<project>/join", methods=["POST"])
def join(): return ""
@bp.route("/projects")
def projects(): return ""
app.register_blueprint(bp)
`;
  expect(await postures(code)).toEqual(["/projects public", "/{project}/edit protected", "/{project}/join public"]);
});

test("a session asked for what the path finds leaves it undecided", async () => {
  const code = `import company
@app.url_value_preprocessor
def pull(endpoint, values):
    project = company.find(values.pop("project"))
    if session.get(project.id) or session.get("is_admin"):
        g.project = project
    else:
        abort(401)
@app.route("/<project>/edit", methods=["POST"])
def edit(): return ""
`;
  expect(await postures(code)).toEqual(["/{project}/edit unknown"]);
});

test("a number of the path may be zero: a check that asks whether it is there does not run for it", async () => {
  const code = `@app.url_value_preprocessor
def pull(endpoint, values):
    if values.get("number") and not session.get("user_id"):
        abort(401)
@app.route("/<int:number>")
def one(number): return ""
`;
  expect(await postures(code)).toEqual(["/{number} public"]);
});
