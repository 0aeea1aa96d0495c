import { endpointOf, linkSources, routesOf, type Sources } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import openapi3 from "./index.ts";

const link = (sources: Sources) => linkSources([python, flask, openapi3], sources);
const preamble = "import functools, hmac, os\nfrom flask import abort, request\nfrom flask_openapi3 import APIBlueprint, APIView, OpenAPI\napp = OpenAPI(__name__)\ndef guard(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n        if not hmac.compare_digest(request.headers['X-Key'], os.environ['KEY']):\n            abort(401)\n        return f(*a, **k)\n    return inner\n";
const judged = async (code: string, route = "GET /x"): Promise<string> => endpointOf(await link({ "main.py": preamble + code }), route).posture;

test.each([
  ["security= documents, and does not guard", '@app.get("/x", security=[{"jwt": []}])\ndef x():\n    return {}', "public"],
  ["security of a blueprint does not guard either", 'b = APIBlueprint("b", __name__, abp_security=[{"jwt": []}])\n@b.get("/x")\ndef x():\n    return {}\napp.register_api(b)', "public"],
  ["a decorator below the route guards", '@app.get("/x")\n@guard\ndef x():\n    return {}', "protected"],
  ["a decorator above the route does not", '@guard\n@app.get("/x")\ndef x():\n    return {}', "public"],
  ["a decorator between two routes is lost, as the view is made once", '@app.get("/x")\n@guard\n@app.get("/y")\ndef x():\n    return {}', "public"],
  ["a header of the model that is compared guards", '@app.get("/x")\ndef x(header):\n    if header.x_key != os.environ["KEY"]:\n        abort(403)\n    return {}', "protected"],
  ["a method of a view class guards itself", 'v = APIView()\n@v.route("/x")\nclass X:\n    @v.doc()\n    @guard\n    def get(self):\n        return {}\napp.register_api_view(v)', "protected"],
])("%s", async (_, code, posture) => {
  expect(await judged(code)).toBe(posture);
});

test("a prefix that is given where it is registered moves a blueprint; of a view class it moves the document alone", async () => {
  const model = await link({ "main.py": `${preamble}b = APIBlueprint("b", __name__, url_prefix="/a")\n@b.get("/x")\ndef x():\n    return {}\napp.register_api(b, url_prefix="/b")\nv = APIView(url_prefix="/v")\n@v.route("/c/<int:id>")\nclass C:\n    @v.doc()\n    def post(self):\n        return {}\napp.register_api_view(v, url_prefix="/w")\n` });
  expect(routesOf(model).filter((route) => !route.includes("openapi") && !route.includes("static"))).toEqual(["GET /b/x", "POST /v/c/{id}"]);
});
