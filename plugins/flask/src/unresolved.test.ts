import { linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import flask from "./index.ts";

const start = "from flask import Blueprint, Flask\napp = Flask(__name__, static_folder=None)\ndef view():\n    return ''\n";
const link = (code: string): ReturnType<typeof linkSources> => linkSources([python, flask], { "main.py": start + code });

test("a blueprint that is not known is an unresolved mount, with its place", async () => {
  const { unresolved, mounts } = (await link("from company_pages import pages\napp.register_blueprint(pages)\n@app.get('/x')\ndef x():\n    return ''")).coverage;
  expect(unresolved.map(({ what, span }) => `${what} ${span.line}`)).toEqual(["mount 6"]);
  expect(unresolved[0]?.reason).toContain("company_pages");
  expect(mounts.unresolved).toBe(1);
});

test("a blueprint that nobody registers is an unresolved mount; one that is registered is none", async () => {
  const { unresolved } = (await link("a = Blueprint('a', __name__)\nb = Blueprint('b', __name__)\na.add_url_rule('/a', view_func=view)\nb.add_url_rule('/b', view_func=view)\napp.register_blueprint(b)")).coverage;
  expect(unresolved.map((one) => one.reason)).toEqual(["the blueprint main.a with 1 registration is not registered on any application that evaluation found"]);
});

test("a route whose path is not known is unresolved, and hides no other", async () => {
  const model = await link("from company import settings\napp.add_url_rule(settings.path, 'a', view)\napp.add_url_rule('/b', 'b', view)");
  expect(routesOf(model)).toEqual(["GET /b"]);
  expect(model.coverage.unresolved.map(({ what, span }) => `${what} ${span.line}`)).toEqual(["route 6"]);
});

test("a prefix of which a part is not known shows it as a gap", async () => {
  expect(routesOf(await link("from company import settings\nbp = Blueprint('a', __name__)\nbp.add_url_rule('/a', view_func=view)\napp.register_blueprint(bp, url_prefix=f'/api/{settings.version}')"))).toEqual(["GET /api/{?}/a"]);
});

test("the same application out of a factory that is called twice is listed once", async () => {
  const model = await link("def create(debug=False):\n    made = Flask('made', static_folder=None)\n    made.add_url_rule('/m', 'm', view)\n    return made\nfirst = create()\nsecond = create(True)");
  expect(routesOf(model)).toEqual(["GET /m"]);
});

test("a module that puts an application together need not name the framework", async () => {
  const model = await linkSources([python, flask], {
    "site/app.py": "from flask import Flask\napp = Flask(__name__, static_folder=None)\n",
    "site/pages.py": "from flask import Blueprint\npages = Blueprint('pages', __name__)\n@pages.get('/p')\ndef p():\n    return ''\n",
    "site/web.py": "from app import app as application\nfrom pages import pages\napplication.register_blueprint(pages, url_prefix='/api')\n",
  });
  expect(routesOf(model)).toEqual(["GET /api/p"]);
});
