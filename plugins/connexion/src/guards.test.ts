import { endpointOf } from "@muster/plugin-tester/sources";
import { expect, test } from "vitest";
import { linkSpecification } from "./test-support/link-specification.ts";

/** The posture of `GET /x` where the functions of `handlers.py` check what the specification demands. */
async function postureOf(schemes: string, security: string, handlers: string): Promise<string> {
  const model = await linkSpecification(
    `openapi: 3.0.0\ncomponents:\n  securitySchemes:\n${schemes.replaceAll(/^/gm, "    ")}\npaths:\n  /x:\n    get:\n      operationId: handlers.x\n      security: ${security}\n`,
    `import hmac, jwt, os\nfrom flask import request\n${handlers}\n`,
  );
  return endpointOf(model, "GET /x").posture;
}

const bearer = "s: {type: http, scheme: bearer, x-bearerInfoFunc: handlers.check}";
const key = "s: {type: apiKey, in: header, name: X-Key, x-apikeyInfoFunc: handlers.check}";
const handler = "def x():\n    return {}\n";
const decodes = 'def check(token):\n    return jwt.decode(token, "s", algorithms=["HS256"])\n';

test.each([
  ["a function that raises", bearer, "[s: []]", decodes],
  ["a function that returns None", bearer, "[s: []]", 'def check(token):\n    try:\n        return jwt.decode(token, "s", algorithms=["HS256"])\n    except jwt.PyJWTError:\n        return None\n'],
  ["a key that is compared", key, "[s: []]", 'def check(apikey):\n    if hmac.compare_digest(apikey, os.environ["KEY"]):\n        return {"sub": "machine"}\n'],
  ["a lookup", key, "[s: []]", "KEYS = load()\ndef check(apikey, required_scopes=None):\n    found = KEYS.get(apikey)\n    if not found:\n        return None\n    return {\"sub\": found}\n"],
  ["an asynchronous function", bearer, "[s: []]", 'async def check(token, request):\n    return jwt.decode(token, "s", algorithms=["HS256"])\n'],
  ["a method of a class", "s: {type: http, scheme: basic, x-basicInfoFunc: handlers.Users.check}", "[s: []]", 'class Users:\n    @staticmethod\n    def check(username, password):\n        if not hmac.compare_digest(password, os.environ["PASSWORD"]):\n            return None\n        return {"sub": username}\n'],
  ["a password that is kept for the name", "s: {type: http, scheme: basic, x-basicInfoFunc: handlers.check}", "[s: []]", 'WORDS = {"root": "secret"}\ndef check(username, password):\n    if WORDS.get(username) == password:\n        return {"sub": username}\n    return None\n'],
  ["a server that is asked", "s: {type: oauth2, flows: {}, x-tokenInfoUrl: 'https://issuer/info'}", "[s: [read]]", ""],
])("%s protects", async (_, schemes, security, code) => {
  expect(await postureOf(schemes, security, `${code}${handler}`)).toBe("protected");
});

test.each([
  ["a function that returns an error as claims", bearer, "[s: []]", 'def check(token):\n    try:\n        return jwt.decode(token, "s", algorithms=["HS256"])\n    except jwt.PyJWTError:\n        return {"error": "invalid"}\n'],
  ["a function that returns an empty dict", bearer, "[s: []]", 'def check(token):\n    try:\n        return jwt.decode(token, "s", algorithms=["HS256"])\n    except jwt.PyJWTError:\n        return {}\n'],
  ["a function that takes whatever is sent for a name", key, "[s: []]", 'def check(apikey):\n    return {"sub": apikey}\n'],
  ["an empty alternative", bearer, "[{}, {s: []}]", decodes],
  ["an alternative that anyone passes", `${bearer}\nany: {type: apiKey, in: query, name: k, x-apikeyInfoFunc: handlers.anyone}`, "[{s: []}, {any: []}]", `${decodes}def anyone(apikey):\n    return {"sub": apikey}\n`],
  ["no requirement", bearer, "[]", decodes],
])("%s does not protect", async (_, schemes, security, code) => {
  expect(await postureOf(schemes, security, `${code}${handler}`)).toBe("public");
});

test("both of two schemes that are demanded together: one that rejects is enough", async () => {
  expect(await postureOf(`${bearer}\nany: {type: apiKey, in: query, name: k, x-apikeyInfoFunc: handlers.anyone}`, "[{s: [], any: []}]", `${decodes}def anyone(apikey):\n    return {"sub": apikey}\n${handler}`)).toBe("protected");
});

test.each([
  ["names no function", "s: {type: http, scheme: bearer}"],
  ["names a function from elsewhere", "s: {type: http, scheme: bearer, x-bearerInfoFunc: company.auth.check}"],
  ["is of a kind that Connexion does not check", "s: {type: openIdConnect, openIdConnectUrl: 'https://issuer'}"],
])("a scheme that %s is not guessed to protect", async (_, schemes) => {
  expect(await postureOf(schemes, "[s: []]", handler)).not.toBe("protected");
});

test("claims that nobody verified are not guessed to protect", async () => {
  expect(await postureOf(bearer, "[s: []]", `def check(token):\n    return jwt.decode(token, options={"verify_signature": False})\n${handler}`)).not.toBe("protected");
});

test("a handler that refuses its optional user protects", async () => {
  expect(await postureOf(bearer, "[{s: []}, {}]", `${decodes}def x(user=None):\n    if user is None:\n        return {"detail": "sign in"}, 401\n    return {}\n`)).toBe("protected");
});

test("an empty alternative that comes first lets nobody be known: who is refused then is everybody", async () => {
  expect(await postureOf(bearer, "[{}, {s: []}]", `${decodes}def x(user=None):\n    if user is None:\n        return {"detail": "sign in"}, 401\n    return {}\n`)).toBe("unknown");
});

test("the same by the claims", async () => {
  expect(await postureOf(bearer, "[{s: []}, {}]", `${decodes}def x(token_info):\n    if not token_info:\n        return {"detail": "sign in"}, 401\n    return {}\n`)).toBe("protected");
});

test("the same by what the context holds of the optional user", async () => {
  expect(await postureOf(bearer, "[{s: []}, {}]", `from connexion import context\nfrom connexion.exceptions import OAuthProblem\n${decodes}def x():\n    if not context["user"]:\n        raise OAuthProblem("sign in")\n    return {}\n`)).toBe("protected");
});

test("a handler that refuses by another name of the context than who calls is not guessed to protect", async () => {
  expect(await postureOf(bearer, "[{s: []}, {}]", `from connexion import context\nfrom connexion.exceptions import OAuthProblem\n${decodes}def x():\n    if not context["operation"]:\n        raise OAuthProblem("sign in")\n    return {}\n`)).not.toBe("protected");
});

test("the security of the whole specification counts where an operation has none of its own", async () => {
  const model = await linkSpecification(
    `openapi: 3.0.0\nsecurity: [s: []]\ncomponents: {securitySchemes: {${bearer}}}\npaths:\n  /x:\n    get: {operationId: handlers.x}\n    post: {operationId: handlers.y, security: []}\n`,
    `import jwt\n${decodes}def x():\n    return {}\ndef y():\n    return {}\n`,
  );
  expect(endpointOf(model, "GET /x").posture).toBe("protected");
  expect(endpointOf(model, "POST /x").posture).toBe("public");
});

test("the proof begins where the specification declares the operation", async () => {
  const model = await linkSpecification("openapi: 3.0.0\npaths:\n  /x:\n    get: {operationId: handlers.x}\n", handler);
  expect(endpointOf(model, "GET /x").span).toMatchObject({ path: "api.yml", line: 4, column: 5 });
  expect(endpointOf(model, "GET /x").handler).toMatchObject({ symbol: "handlers.x", span: { path: "handlers.py", line: 1 } });
});
