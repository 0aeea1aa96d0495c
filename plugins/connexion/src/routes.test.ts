import { routesOf } from "@muster/plugin-tester/sources";
import { expect, test } from "vitest";
import { link, linkSpecification } from "./test-support/link-specification.ts";

const handlers = "def x():\n    return {}\ndef y():\n    return {}\n";
const one = "openapi: 3.0.0\npaths:\n  /x:\n    get: {operationId: handlers.x}\n";
const served = async (sources: Record<string, string>): Promise<string[]> => routesOf(await link(sources)).filter((route) => !/openapi|swagger|static/.test(route));
const reasons = async (sources: Record<string, string>): Promise<string[]> => (await link(sources)).coverage.unresolved.map(({ reason }) => reason);

test("a path item and an operation may lie in files of their own", async () => {
  const model = await linkSpecification("openapi: 3.0.0\npaths:\n  /a: {$ref: './paths/a.yml'}\n  /b: {$ref: 'paths/rest.yml#/items/~1b'}\n  /c: {$ref: '#/x-items/c'}\nx-items:\n  c:\n    get: {operationId: handlers.y}\n", handlers, {
    "paths/a.yml": "get:\n  $ref: operation.yml\n",
    "paths/operation.yml": "operationId: handlers.x\n",
    "paths/rest.yml": "items:\n  /b:\n    post: {operationId: handlers.x}\n",
  });
  expect(routesOf(model)).toEqual(expect.arrayContaining(["GET /a", "POST /b", "GET /c"]));
});

test("a reference to nothing is told where it stands", async () => {
  const model = await linkSpecification("openapi: 3.0.0\npaths:\n  /a: {$ref: 'gone.yml'}\n  /b: {$ref: '#/nowhere'}\n  /c: {$ref: '#/paths/~1c'}\n", handlers);
  expect(model.coverage.unresolved.map(({ reason, span }) => `${span.path}:${span.line} ${reason}`)).toEqual([
    "api.yml:3 gone.yml is not there",
    "api.yml:4 #/nowhere refers to nothing",
    "api.yml:5 its references go round in a circle",
  ]);
});

test("a specification that is not there, or is none, leaves an unresolved mount with its reason", async () => {
  expect(await reasons({ "main.py": 'import connexion\napp = connexion.App(__name__, specification_dir="spec")\napp.add_api("gone.yml")\n' })).toEqual(["spec/gone.yml is not there"]);
  expect(await reasons({ "main.py": 'import connexion\napp = connexion.App(__name__)\napp.add_api("api.yml")\n', "api.yml": "paths: [\n" })).toEqual([expect.stringMatching(/^api.yml could not be read: line \d is no YAML/)]);
  expect(await reasons({ "main.py": "import connexion, sys\napp = connexion.App(__name__)\napp.add_api(sys.argv[1])\n" })).toEqual([expect.stringContaining("is not known")]);
  expect(await reasons({ "main.py": 'import connexion\napp = connexion.App(__name__)\napp.add_api("https://host/api.yml")\n' })).toEqual([expect.stringContaining("fetched from")]);
});

test.each([
  ["beside the module that the application is named for", "service/app/__init__.py", 'connexion.FlaskApp(__name__)', "api.yml", "service/app/api.yml"],
  ["in a folder below it", "service/main.py", 'connexion.FlaskApp(__name__, specification_dir="./spec/")', "api.yml", "service/spec/api.yml"],
  ["above it", "service/app/main.py", 'connexion.FlaskApp(__name__, specification_dir="../spec")', "api.yml", "service/spec/api.yml"],
  ["where __file__ leads", "service/app/main.py", "connexion.FlaskApp(__name__, specification_dir=os.path.join(os.path.dirname(__file__), \"spec\"))", "api.yml", "service/app/spec/api.yml"],
  ["where a Path leads", "service/app/main.py", "connexion.App(__name__, specification_dir=Path(__file__).resolve().parent.parent)", "api.yml", "service/api.yml"],
])("a specification is found %s", async (_, module, application, name, place) => {
  expect(await served({ [module]: `import connexion, os\nfrom pathlib import Path\napp = ${application}\napp.add_api(${JSON.stringify(name)})\n`, [place]: one, "handlers.py": handlers })).toEqual(["GET /x"]);
});

test("a factory that makes the application is called", async () => {
  expect(await served({ "main.py": 'import connexion\ndef create_app():\n    app = connexion.App(__name__)\n    app.add_api("api.yml", base_path="/v1")\n    return app\n', "api.yml": one, "handlers.py": handlers })).toEqual(["GET /v1/x"]);
});

test("asynchronous applications serve their specifications too", async () => {
  expect(await served({ "main.py": 'from connexion import AsyncApp\napp = AsyncApp(__name__)\napp.add_api("api.yml")\n', "api.yml": one, "handlers.py": "async def x():\n    return {}\n" })).toEqual(["GET /x"]);
});

test("the same specification may be added twice under other paths", async () => {
  expect(await served({ "main.py": 'import connexion\napp = connexion.App(__name__)\nfor version in ("v1", "v2"):\n    app.add_api("api.yml", base_path=f"/{version}", name=version)\n', "api.yml": one, "handlers.py": handlers })).toEqual(["GET /v1/x", "GET /v2/x"]);
});

test("a handler that is not in the repository makes the posture unknown, and the route is listed", async () => {
  const model = await linkSpecification("openapi: 3.0.0\npaths:\n  /x:\n    get: {operationId: elsewhere.x}\n", handlers);
  expect(model.endpoints.find(({ path }) => path === "/x")).toMatchObject({ posture: "unknown" });
});

test("whether the decorators of a view class are applied depends on the version: a guard there is not counted on", async () => {
  const model = await link({
    "main.py": 'import connexion\nfrom connexion.resolver import MethodViewResolver\napp = connexion.App(__name__)\napp.add_api("api.yml", resolver=MethodViewResolver("views"))\n',
    "api.yml": "openapi: 3.0.0\npaths:\n  /things:\n    post: {}\n",
    "views.py": "import functools\nfrom flask import abort, request\nfrom flask.views import MethodView\ndef guard(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n        if request.headers.get('Authorization') != open('/secret').read():\n            abort(401)\n        return f(*a, **k)\n    return inner\nclass ThingsView(MethodView):\n    decorators = [guard]\n    def post(self):\n        return {}\n",
  });
  expect(model.endpoints.find(({ path, method }) => path === "/things" && method === "POST")).toMatchObject({ posture: expect.not.stringMatching("protected") });
});
