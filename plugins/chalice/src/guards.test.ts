import { endpointOf, linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import chalice from "./index.ts";

const preamble = `
from chalice import AuthResponse, AuthRoute, Blueprint, Chalice, CognitoUserPoolAuthorizer, CustomAuthorizer, IAMAuthorizer, Response, UnauthorizedError
app = Chalice(app_name="a")
`;
const authorizer = (answer: string): string => `@app.authorizer()\ndef auth(request):\n    ${answer}\n@app.route("/x", authorizer=auth)\ndef x(): return {}`;

async function postureOf(code: string, route = "GET /x"): Promise<string> {
  return endpointOf(await linkSources([python, chalice], { "app.py": preamble + code }), route).posture;
}

test.each([
  ["a user pool", `@app.route("/x", authorizer=CognitoUserPoolAuthorizer("p", provider_arns=["a"]))\ndef x(): return {}`],
  ["a signature", `@app.route("/x", authorizer=IAMAuthorizer())\ndef x(): return {}`],
  ["an authorizer that allows nothing without the token", authorizer(`return AuthResponse(routes=["/x"] if request.token == "secret" else [], principal_id="p")`)],
  ["a middleware that answers", `@app.middleware("http")\ndef m(event, get_response):\n    if event.headers.get("authorization") != "secret": return Response({}, status_code=401)\n    return get_response(event)\n@app.route("/x")\ndef x(): return {}`],
])("%s guards", async (_, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["an authorizer that allows everybody", authorizer(`return AuthResponse(routes=["*"], principal_id="p")`)],
  ["a middleware for other events", `@app.middleware("sqs")\ndef m(event, get_response):\n    raise UnauthorizedError()\n@app.route("/x")\ndef x(): return {}`],
  ["a middleware that asks after the view has run", `@app.middleware("http")\ndef m(event, get_response):\n    response = get_response(event)\n    return response\n@app.route("/x")\ndef x(): return {}`],
])("%s does not guard", async (_, code) => {
  expect(await postureOf(code)).toBe("public");
});

test("a middleware that is registered under a condition is no guard that is proved", async () => {
  expect(await postureOf(`from house import settings\ndef m(event, get_response):\n    if event.headers.get("authorization") != "secret": return Response({}, status_code=401)\n    return get_response(event)\nif settings.strict:\n    app.register_middleware(m, "http")\n@app.route("/x")\ndef x(): return {}`)).toBe("unknown");
});

test("whom an authorizer elsewhere lets in is unknown", async () => {
  expect(await postureOf(`@app.route("/x", authorizer=CustomAuthorizer("c", authorizer_uri="u"))\ndef x(): return {}`)).toBe("unknown");
});

test("handlers of events are no endpoints, and a blueprint that is not registered is reported", async () => {
  const model = await linkSources([python, chalice], { "app.py": `${preamble}bp = Blueprint("b")\n@bp.route("/never")\ndef never(): return {}\n@app.route("/x", methods=["GET", "PUT"])\ndef x(): return {}\n@app.schedule("rate(1 hour)")\ndef s(event): pass\n@app.on_sqs_message(queue="q")\ndef q(event): pass\n` });
  expect(routesOf(model)).toEqual(["GET /x", "PUT /x"]);
  expect(model.coverage.unresolved.map((one) => one.what)).toEqual(["mount"]);
});
