import { expect, test } from "vitest";
import { pluginFile, routesPlugin, scanAll, temporaryFolder, tree, troubles, work } from "./workbench.ts";

const files = { "app.py": "fourwords\nroute GET /a\nroute POST /b\n" };
const declared = `attributes: [{ name: "owners/team", type: "text", title: "Who answers for it." }, { name: "owners/hits", type: "number", title: "Calls a day." }, { name: "owners/beta", type: "flag", title: "Whether it is tried out." }],`;
const meta = `{ id: "owners/nobody", title: "Nobody's", why: "Why.", mend: "Mend.", messages: { found: "Nobody." }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "high", stability: "stable" }`;

/** A plugin that says things of endpoints, and one thing of a finding. */
function owners(describe: string, attributes = `{ "owners/team": "shop", "owners/beta": false }`): string {
  return pluginFile("owners", `${declared} analysis: { uses: [], controls: [],
    rules: [{ meta: ${meta}, *judge(input) { const [{ id, span }] = input.endpoints; yield { message: "found", span, symbol: "", identity: "x", endpoint: id, proof: [], attributes: ${attributes} }; } }],
    *describe(input) { ${describe} } }`);
}

const all = `for (const { id, method } of input.endpoints) { yield { endpoint: id, name: "owners/team", value: method === "GET" ? "shop" : "checkout" }; yield { endpoint: id, name: "owners/hits", value: 3 }; }`;

test("what a plugin says of endpoints and findings is part of the result, sorted by name, and kept with what is known", async () => {
  const request = { root: tree(files), plugins: [owners(all), routesPlugin()], cacheFolder: temporaryFolder() };
  const first = await scanAll(request);
  expect(first.result.endpoints.map(({ method, attributes }) => ({ method, attributes }))).toEqual([
    { method: "GET", attributes: [{ name: "owners/hits", type: "number", value: 3 }, { name: "owners/team", type: "text", value: "shop" }] },
    { method: "POST", attributes: [{ name: "owners/hits", type: "number", value: 3 }, { name: "owners/team", type: "text", value: "checkout" }] },
  ]);
  expect(first.result.findings.find(({ rule }) => rule === "owners/nobody")?.attributes).toEqual([{ name: "owners/beta", type: "flag", value: false }, { name: "owners/team", type: "text", value: "shop" }]);
  expect(first.result.findings.find(({ rule }) => rule === "routes/open")).not.toHaveProperty("attributes");
  const second = await scanAll(request);
  expect(work(second).linked).toBe(false);
  expect(JSON.stringify(second.result)).toBe(JSON.stringify(first.result));
});

test.each([
  ["of an endpoint that there is not", `yield { endpoint: "none", name: "owners/team", value: "x" };`, "an attribute is of an endpoint that there is not"],
  ["twice", `${all} ${all}`, 'an endpoint has the attribute "owners/team" twice'],
  ["under a name that it did not declare", `yield { endpoint: input.endpoints[0].id, name: "auth/team", value: "x" };`, 'the attribute "auth/team" is not among those that the plugin declares'],
  ["of another type", `yield { endpoint: input.endpoints[0].id, name: "owners/hits", value: "3" };`, 'the attribute "owners/hits" is no number'],
  ["that is no number", `yield { endpoint: input.endpoints[0].id, name: "owners/hits", value: NaN };`, 'the attribute "owners/hits" is no number'],
  ["that is too long", `yield { endpoint: input.endpoints[0].id, name: "owners/team", value: "x".repeat(1001) };`, 'the attribute "owners/team" is no text of at most 1000 characters'],
  ["and throws", `throw new Error("no");`, "threw Error: no"],
])("a plugin that says a thing %s fails by itself, and says nothing of endpoints", async (_, describe, reason) => {
  const { result } = await scanAll({ root: tree(files), plugins: [owners(describe), routesPlugin()] });
  expect(troubles(result)).toEqual([expect.stringContaining(reason)]);
  expect(troubles(result)[0]).toContain("The description of endpoints by owners");
  expect(result.endpoints.some((endpoint) => "attributes" in endpoint)).toBe(false);
  expect(result.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["owners/nobody", "routes/open"]));
});

test("a finding with an attribute that is none is none", async () => {
  const { result } = await scanAll({ root: tree(files), plugins: [owners("", `{ "owners/beta": "yes" }`), routesPlugin()] });
  expect(troubles(result)).toEqual([expect.stringContaining('the attribute "owners/beta" is no flag')]);
});
